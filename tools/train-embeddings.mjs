// npm run -s train:embeddings -- --work DIR [--data DIR] [--method pairs|svd|skip-gram|fasttext]
//   [--dimensions 256] [--terms 30000] [--learned 100000] [--subwords 15400] [--levels 15]
//   [--out FILE]: makes the table of word vectors that ships. Brings its sources by apt and from
//   node_modules, without the functions that --data asks for; learns, measures on --data, prints
//   JSON lines.
// npm run -s train:embeddings -- --table FILE --out FILE [--levels 15]: writes a table again, coarser.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { exitCodeOf, NODE, ROOT } from '../scripts/process.mjs';

// Within the tree, so that packages are found from there.
const folder = join(ROOT, 'node_modules', '.cache', 'mneme-train-embeddings');
await mkdir(folder, { recursive: true });
const coarsens = process.argv.includes('--table');
const main = join(folder, 'main.mjs');
await build({
  entryPoints: [join(ROOT, 'tools', 'train-embeddings', coarsens ? 'coarsen.ts' : 'main.ts')],
  outfile: main,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
process.exitCode = await exitCodeOf(
  NODE,
  ['--max-old-space-size=8000', main, '--root', ROOT, ...process.argv.slice(2)],
  { cwd: process.cwd() },
);
