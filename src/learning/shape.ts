import { isBuiltin } from 'node:module';
import { isLanguageName } from './known-names';
import { holeOf, type Template, templateTokens } from './template';
import type { Token } from './tokens';

/**
 * What of a template is nobody's own: every name becomes a hole that neither the language brings nor
 * a package does that the texts around import, and every text between quotes. `undefined` when
 * nothing is left that tells where it applies, or the sides no longer differ.
 *
 * @param around source text that may import what the template names
 * @param repo the repository it comes from: packages under its owner's name are its own
 */
export function shapeOf(
  template: Template,
  language: string | undefined,
  around: readonly string[],
  repo: string | undefined,
): Template | undefined {
  const imported = importedNames(around.join('\n'), repo);
  const held = new Map<string, string>();
  const bare = (side: string): Token[] => templateTokens(side, language);
  const isPublic = ({ kind, text }: Token): boolean =>
    kind === 'mark' ||
    kind === 'number' ||
    (kind === 'word' && (isLanguageName(text, language) || imported.has(text))) ||
    (kind === 'string' && isBuiltin(text.slice(1, -1)));
  const told = (side: string): string =>
    bare(side)
      .map((token) => {
        const hole = holeOf(token);
        if (hole === undefined && isPublic(token)) return token.text;
        const name = held.get(token.text) ?? `A${held.size}`;
        held.set(token.text, name);
        return `${hole?.many === true ? '$$$' : '$'}${name}`;
      })
      .join(' ');
  const shape = { before: told(template.before), after: told(template.after) };
  const words = bare(shape.before).filter((one) => holeOf(one) === undefined && isAnchor(one));
  return words.length === 0 || shape.before === shape.after ? undefined : shape;
}

/** Marks that any code has. */
const COMMON = new Set('( ) [ ] { } . , ; : = => + - * / < > !'.split(' '));

const isAnchor = ({ kind, text }: Token): boolean =>
  kind === 'word' || (kind === 'mark' && !COMMON.has(text));

const IMPORTS = [
  /\bimport\s+(?:type\s+)?([^'"`;]+?)\s+from\s+['"]([^'"]+)['"]/g,
  /\b(?:const|let|var)\s+([^=;]+?)\s*=\s*require\(\s*['"]([^'"]+)['"]\s*\)/g,
];

/** Names that imports bind, where they come from a package and not from within the repository. */
function importedNames(code: string, repo: string | undefined): Set<string> {
  const owners = new Set((repo ?? '').toLowerCase().split('/'));
  const found = new Set<string>();
  for (const pattern of IMPORTS)
    for (const [, names = '', source = ''] of code.matchAll(pattern)) {
      const scope = /^@([^/]+)\//.exec(source)?.[1];
      const own = /^(?:[./~#]|@\/)/.test(source) || owners.has((scope ?? source).toLowerCase());
      if (own) continue;
      for (const [name] of names.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) found.add(name);
    }
  return found;
}
