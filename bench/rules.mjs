// npm run -s bench:rules -- --data FILE [--sentences FILE] [--each]: what of the rules that people say
// gets a detector, and how well that finds what breaks them.
// Bundles the runner with the sources as they ship and runs it; prints JSON lines only.
import { benchMain } from './bundles.mjs';
import { exitCodeOf, NODE, ROOT } from '../scripts/process.mjs';

const main = await benchMain('rules');
process.exitCode = await exitCodeOf(NODE, [main, '--root', ROOT, ...process.argv.slice(2)], {
  cwd: process.cwd(),
});
