// npm run -s bench:corrections -- --data FILE [--history DIR]… [--split odd|even|all] [--each]
//   [--sessions N]: what of the user's own corrections Mneme learns, and what it takes for one.
// Bundles the runner with the sources as they ship and runs it; prints JSON lines only.
import { benchMain } from './bundles.mjs';
import { exitCodeOf, NODE, ROOT } from '../scripts/process.mjs';

const main = await benchMain('corrections');
process.exitCode = await exitCodeOf(NODE, [main, '--root', ROOT, ...process.argv.slice(2)], {
  cwd: process.cwd(),
});
