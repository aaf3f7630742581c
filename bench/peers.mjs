// npm run -s bench:peers -- --data DIR [--queries 200] [--only NAME] [--table]: the same documents and
// questions put to Mneme and to others. Prints one JSON line for each set and peer; --table writes
// them into docs/benchmarks.md, together with those of --lines FILE. Peers that Mneme does not need are installed apart, by npm.
import { join } from 'node:path';
import { exitCodeOf, NODE, ROOT } from '../scripts/process.mjs';
import { benchMain, CACHE } from './bundles.mjs';

process.exitCode = await exitCodeOf(
  NODE,
  [
    await benchMain('peers'),
    '--root',
    ROOT,
    '--packages',
    join(CACHE, 'peer-packages'),
    ...process.argv.slice(2),
  ],
  { cwd: process.cwd() },
);
