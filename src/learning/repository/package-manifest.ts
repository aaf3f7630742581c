import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { ManifestKind } from './path-kind';

const NAMED = z.record(z.string(), z.unknown()).catch({});
const PackageJson = z.object({
  name: z.string().optional().catch(undefined),
  dependencies: NAMED.optional(),
  devDependencies: NAMED.optional(),
  peerDependencies: NAMED.optional(),
  optionalDependencies: NAMED.optional(),
});

/** The packages that a manifest names: its own first, then those it depends on. */
export function packagesIn(kind: ManifestKind, text: string): string[] {
  return [...new Set(READERS[kind](text))].filter((name) => name.length <= 200 && !/\s/.test(name));
}

const READERS: Readonly<Record<ManifestKind, (text: string) => string[]>> = {
  npm: readPackageJson,
  cargo: readCargo,
  go: readGoMod,
  requirements: readRequirements,
  pyproject: readPyproject,
  maven: readPom,
};

function readPackageJson(text: string): string[] {
  let json: unknown;
  try {
    // YAML holds JSON, and forgives the comma or comment that people leave in it.
    json = parseYaml(text, { logLevel: 'silent', maxAliasCount: 0 });
  } catch {
    return [];
  }
  const parsed = PackageJson.safeParse(json);
  if (!parsed.success) return [];
  const { name, ...groups } = parsed.data;
  const names = Object.values(groups).flatMap((group) => Object.keys(group ?? {}));
  return name === undefined ? names : [name, ...names];
}

/** The `[section]` headers of TOML and the lines under each; strings of several lines are rare. */
function sections(text: string): { name: string; lines: string[] }[] {
  const found = [{ name: '', lines: [] as string[] }];
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[+\s*([^\]]+?)\s*\]+/.exec(line);
    if (header) found.push({ name: (header[1] ?? '').replace(/["']/g, ''), lines: [] });
    else found.at(-1)?.lines.push(line.replace(/(^|\s)#.*$/, ''));
  }
  return found;
}

const KEY = /^\s*["']?([A-Za-z0-9_.-]+)["']?\s*(?:\.\s*workspace\s*)?=/;

function keys(lines: readonly string[]): string[] {
  return lines.flatMap((line) => KEY.exec(line)?.[1]?.replace(/\.workspace$/, '') ?? []);
}

function ownName(lines: readonly string[]): string[] {
  return lines.flatMap((line) => /^\s*name\s*=\s*["']([^"']+)["']/.exec(line)?.[1] ?? []);
}

function readCargo(text: string): string[] {
  return sections(text).flatMap(({ name, lines }) => {
    if (name === 'package') return ownName(lines);
    if (/(?:^|\.)(?:dev-|build-)?dependencies$/.test(name)) return keys(lines);
    return /(?:^|\.)(?:dev-|build-)?dependencies\.([\w-]+)$/.exec(name)?.[1] ?? [];
  });
}

function readGoMod(text: string): string[] {
  const own = /^module\s+(\S+)/m.exec(text)?.[1];
  const required = [...text.matchAll(/^\s*(?:require\s+)?([\w.-]+\.[\w-]+(?:\/[^\s]+)*)\s+v\d/gm)];
  return [...(own ? [own] : []), ...required.map((match) => match[1] ?? '')];
}

const REQUIREMENT = /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*(?:[<>=!~;@ ].*)?$/;

function readRequirements(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trimEnd())
    .flatMap((line) => (line === '' ? [] : (REQUIREMENT.exec(line)?.[1] ?? [])));
}

function readPyproject(text: string): string[] {
  return sections(text).flatMap(({ name, lines }) => {
    if (/^tool\.poetry(?:\.group\.[^.]+)?\.(?:dev-)?dependencies$/.test(name)) {
      return keys(lines).filter((key) => key !== 'python');
    }
    const own = name === 'project' || name === 'tool.poetry' ? ownName(lines) : [];
    const listed = /^(?:project|project\.optional-dependencies|dependency-groups)$/.test(name)
      ? quotedRequirements(lines.join('\n'), name === 'project')
      : [];
    return [...own, ...listed];
  });
}

function quotedRequirements(text: string, onlyDependencies: boolean): string[] {
  const body = onlyDependencies
    ? (
        /^\s*dependencies\s*=\s*\[([\s\S]*?)^\s*\]|^\s*dependencies\s*=\s*\[(.*)\]/m.exec(text) ??
        []
      )
        .slice(1)
        .join('\n')
    : text;
  return [...body.matchAll(/["']([^"'\n]+)["']/g)].flatMap(
    (match) => REQUIREMENT.exec(match[1] ?? '')?.[1] ?? [],
  );
}

function readPom(text: string): string[] {
  const bare = text.replace(/<!--[\s\S]*?-->/g, '');
  const dependencies = [...bare.matchAll(/<dependency>([\s\S]*?)<\/dependency>/g)];
  return dependencies.flatMap((match) => {
    const group = /<groupId>\s*([^<\s]+)\s*<\/groupId>/.exec(match[1] ?? '')?.[1];
    const artifact = /<artifactId>\s*([^<\s]+)\s*<\/artifactId>/.exec(match[1] ?? '')?.[1];
    return group && artifact && !group.includes('$') ? [`${group}:${artifact}`] : [];
  });
}
