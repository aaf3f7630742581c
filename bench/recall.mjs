// npm run -s bench:recall -- --data DIR [--graph off] [--vectors off] [--session]
//   [--split odd|even|all] [--queries N] [--foreign DIR] [--explain N]: how well recall finds.
// Bundles the runner with the engine as it ships and runs it; prints JSON lines only.
import { runWithWords } from './bundles.mjs';

process.exitCode = await runWithWords('recall');
