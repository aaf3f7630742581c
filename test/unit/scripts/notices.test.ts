import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import { isPermissive, notices } from '../../../scripts/notices.mjs';

/** Bundles code of packages made of `files`, by path within `node_modules`. */
async function bundled(code: string, files: Readonly<Record<string, string>>): Promise<Metafile> {
  const folder = await mkdtemp(join(tmpdir(), 'mneme-notices-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'node_modules', path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, text);
  }
  return bundle(code, folder);
}

async function bundle(code: string, folder: string): Promise<Metafile> {
  const stdin = { contents: code, resolveDir: folder };
  const options = {
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'error',
  } as const;
  return (await build({ ...options, stdin, outfile: 'out.js' })).metafile;
}

function made(name: string, more: Readonly<Record<string, unknown>>): Record<string, string> {
  const manifest = { name, version: '1.2.3', main: 'index.js', sideEffects: false, ...more };
  return {
    [`${name}/package.json`]: JSON.stringify(manifest),
    [`${name}/index.js`]: `export const x = ${JSON.stringify(name)};`,
  };
}

test('tells licence and text of what went into the bundle, and of nothing else', async () => {
  const metafile = await bundled('import { x } from "@a/b"; import "unused"; console.log(x)', {
    ...made('@a/b', { license: 'Apache-2.0' }),
    '@a/b/LICENSE.md': 'Do as you like.\r\n',
    '@a/b/NOTICE': 'By Ada.',
    ...made('unused', { license: 'GPL-3.0' }),
  });
  const text = await notices([metafile, metafile]);
  expect(text.match(/^.*\(Apache-2.0\)$/gm)).toEqual(['@a/b 1.2.3 (Apache-2.0)']);
  expect(text).toContain('(Apache-2.0)\n\nDo as you like.\n\n---\n\nBy Ada.\n');
  expect(text).not.toContain('unused');
});

test.each([
  [{ license: 'GPL-3.0' }, { 'p/LICENSE': 'words' }, 'p 1.2.3 cannot ship: its licence is GPL-3.0'],
  [{}, { 'p/LICENSE': 'words' }, 'p 1.2.3 cannot ship: its licence is not named'],
  [{ license: 'MIT' }, {}, 'p cannot ship: the text of its licence (MIT) is missing'],
  [
    { license: 'MIT' },
    { 'p/LICENSE': 'words', 'p/index.js.map': '{"sources":["../node_modules/@q/r/index.js"]}' },
    '@q/r cannot ship',
  ],
])('%o with %o does not ship', async (more, files, why) => {
  const metafile = await bundled('import { x } from "p"; console.log(x)', {
    ...made('p', more),
    ...files,
  });
  await expect(notices([metafile])).rejects.toThrow(why);
});

test('takes the text of a real package', async () => {
  const code = 'import { z } from "zod"; console.log(z.string())';
  const text = await notices([await bundle(code, import.meta.dirname)]);
  expect(text).toMatch(/^zod \d+\.\d+\.\d+ \(MIT\)\n\nMIT License\n\nCopyright \(c\) 2025 Colin/m);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['MIT AND GPL-3.0', false],
  ['SEE LICENSE IN x', false],
  [{ type: 'MIT' }, false],
])('%o is permissive: %o', (licence, answer) => {
  expect(isPermissive(licence)).toBe(answer);
});
