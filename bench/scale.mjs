// npm run -s bench:scale -- --memories N [--keep FOLDER] [--peers off]: how Mneme carries N memories.
// Prints one JSON line. With --keep the store is made once in FOLDER and used again by later runs.
import { join } from 'node:path';
import { exitCodeOf, NODE, ROOT } from '../scripts/process.mjs';
import { benchEngine, benchMain } from './bundles.mjs';

process.exitCode = await exitCodeOf(
  NODE,
  [
    await benchMain('scale'),
    '--engine',
    await benchEngine('scale'),
    '--packages',
    join(ROOT, 'node_modules'),
    ...process.argv.slice(2),
  ],
  { cwd: process.cwd() },
);
