// npm run -s bench:directives -- --data FILE [--labels FILE] [--each]: what directives are read from
//   rules files that people wrote, and which of them get a detector.
// Bundles the runner with the sources as they ship and runs it; prints JSON lines only.
import { benchMain } from './bundles.mjs';
import { exitCodeOf, NODE, ROOT } from '../scripts/process.mjs';

const main = await benchMain('directives');
process.exitCode = await exitCodeOf(NODE, [main, '--root', ROOT, ...process.argv.slice(2)], {
  cwd: process.cwd(),
});
