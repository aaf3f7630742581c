import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** What a module loads when it is loaded, without what it loads later by `import()`. */
async function loadedWith(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    external: ['vscode', '@vscode/sqlite3'],
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const inputs = new Set<string>();
  const visit = (path: string, seen = new Set<string>()): void => {
    const output = metafile.outputs[path];
    if (!output || seen.has(path)) return;
    seen.add(path);
    for (const input of Object.keys(output.inputs)) inputs.add(input);
    for (const { path: next, kind } of output.imports) {
      if (kind === 'import-statement') visit(next, seen);
    }
  };
  const first = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry);
  visit(first?.[0] ?? '');
  return [...inputs];
}

/** Small ones that the first edit needs. */
const SMALL = /node_modules\/(picomatch|diff)\//;

it('activation loads no large library and no command’s work', async () => {
  const inputs = await loadedWith('src/extension.ts');
  expect(inputs).toContain('src/editor/views/memories-tree.ts');
  expect(inputs.filter((input) => input.includes('node_modules') && !SMALL.test(input))).toEqual(
    [],
  );
  expect(inputs.filter((input) => input.startsWith('src/editor/commands/'))).toEqual([]);
});
