import { parentPort, workerData } from 'node:worker_threads';
import { serveDetectors } from '../../../../src/engine/checking/serve-detectors';
import type { ThreadData } from '../../../../src/engine/checking/thread-messages';
import type { Detector, DetectorFamily } from '../../../../src/rules/detector';

/** What its expression says it does: the detectors that nobody wants. */
const HOSTILE: Readonly<Record<string, () => void>> = {
  hang: () => {
    for (;;);
  },
  throw: () => {
    throw new TypeError('no such thing');
  },
  devour: () => {
    const kept: number[][] = [];
    for (;;) kept.push(new Array<number>(1_000_000).fill(Math.random()));
  },
  exit: () => process.exit(3),
  drag: () => {
    const until = performance.now() + 60;
    while (performance.now() < until);
  },
};

const family: DetectorFamily<'text'> = {
  kind: 'text',
  compile: ({ text }) => {
    if (text === 'hang') HOSTILE['hang']?.();
    return Promise.resolve(undefined);
  },
  prepare: ({ expression }): Promise<Detector> => {
    if (expression === 'unready') return Promise.reject(new Error('not ready'));
    return Promise.resolve({
      check() {
        HOSTILE[expression]?.();
        return { breaches: [{ start: 0, end: 1, fixes: [] }] };
      },
    });
  },
};

if (parentPort) serveDetectors(parentPort, workerData as ThreadData, { text: family });
