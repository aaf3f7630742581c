import { parentPort, workerData } from 'node:worker_threads';
import { FaultFinder } from '../../rules/lint/fault-finder';
import { detectorFamilies } from './detector-families';
import { serveDetectors } from './serve-detectors';
import type { ThreadData } from './thread-messages';

// The entry of the thread in which detectors run; its bundle lies beside the engine's.
if (parentPort) {
  const finder = new FaultFinder();
  serveDetectors(
    parentPort,
    workerData as ThreadData,
    detectorFamilies(__dirname),
    finder.faultsOf.bind(finder),
  );
}
