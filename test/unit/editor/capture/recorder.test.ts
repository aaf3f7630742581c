import { beforeEach, describe, expect, test } from 'vitest';
import type { Observation } from '../../../../src/editor/capture/observation';
import { Recorder } from '../../../../src/editor/capture/recorder';
import type { Signal } from '../../../../src/memory/signal';
import { countingIds, HandTime } from './hand-time';

let accepted: Signal[];
let errors: string[];
let place: (uri: string) => Promise<{ repo: string; file: string }>;
let recorder: Recorder;

beforeEach(() => {
  accepted = [];
  errors = [];
  place = (uri) => Promise.resolve({ repo: 'github.com/a/b', file: uri });
  recorder = new Recorder({
    session: 'n_1',
    ids: countingIds(),
    clock: new HandTime(),
    log: { info() {}, warn() {}, error: (message) => errors.push(message) },
    place: (uri) => place(uri),
    isInjected: (text) => text.includes('<mneme-memories'),
    accept: (signal) => accepted.push(signal),
  });
});

function edit(text: string): Observation {
  return {
    kind: 'edit',
    at: 5,
    cause: 'typed',
    changes: 1,
    inserted: text.length,
    removed: 0,
    text,
    confidence: 1,
    evidence: [],
  };
}

describe('Recorder', () => {
  test('numbers and places what was seen', async () => {
    recorder.observe(edit('x'), 'a.ts');
    await recorder.settled();
    expect(accepted).toEqual([
      { ...edit('x'), id: 's_1', session: 'n_1', repo: 'github.com/a/b', file: 'a.ts' },
    ]);
  });

  test('keeps back what Mneme itself put before somebody', async () => {
    recorder.observe(edit('<mneme-memories receipt="r_1">\n…'), 'a.ts');
    await recorder.settled();
    expect(accepted).toEqual([]);
  });

  test('keeps the order although one place takes longer, and goes on when one is not found', async () => {
    place = (uri) =>
      uri === 'slow'
        ? new Promise((resolve) => setTimeout(() => resolve({ repo: 'r', file: uri }), 20))
        : Promise.reject(new Error('no such folder'));
    recorder.observe(edit('1'), 'slow');
    recorder.observe(edit('2'), 'lost');
    await recorder.settled();
    expect(accepted.map((signal) => signal.id)).toEqual(['s_1', 's_2']);
    expect(errors).toHaveLength(1);
  });

  test('a signal that breaks its own rules is a bug, logged and not sent', async () => {
    recorder.observe({ ...edit('x'), confidence: 2 });
    await recorder.settled();
    expect(accepted).toEqual([]);
    expect(errors).toEqual(['Capture made a bad edit signal']);
  });
});
