// npm run -s bench:learning -- --data DIR [--sets a,b] [--seeds N] [--queries N] [--recurrences N]
//   [--split odd|even|all]: how recall changes with what came of it. Bundles the runner with the
// engine as it ships and runs it; prints JSON lines only.
import { runWithWords } from './bundles.mjs';

process.exitCode = await runWithWords('learning');
