import { parentPort, workerData } from 'node:worker_threads';
import { threadMilliseconds } from '../../../../src/engine/checking/cpu-time';
import { serveDetectors } from '../../../../src/engine/checking/serve-detectors';
import type { ThreadData } from '../../../../src/engine/checking/thread-messages';
import type { FaultsOf } from '../../../../src/memory/fault';
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
    const until = threadMilliseconds() + 60;
    while (threadMilliseconds() < until);
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

/** Code that looks as if it would never be read to its end. */
const faultsOf: FaultsOf = (text) => {
  HOSTILE[text]?.();
  return Promise.resolve([]);
};

if (parentPort) serveDetectors(parentPort, workerData as ThreadData, { text: family }, faultsOf);
