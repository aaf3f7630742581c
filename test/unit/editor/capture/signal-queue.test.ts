import { beforeEach, describe, expect, test } from 'vitest';
import { QUEUE_BOUND, SignalQueue } from '../../../../src/editor/capture/signal-queue';
import type { Log } from '../../../../src/memory/log';
import type { Signal } from '../../../../src/memory/signal';
import { HandTime } from './hand-time';

let time: HandTime;
let sent: string[][];
let answer: (ids: string[]) => Promise<void>;
let errors: string[];
let queue: SignalQueue;

beforeEach(() => {
  time = new HandTime();
  sent = [];
  errors = [];
  answer = () => Promise.resolve();
  const log: Log = { info() {}, warn() {}, error: (message) => errors.push(message) };
  queue = new SignalQueue({
    send: (signals) => {
      const ids = signals.map((signal) => signal.id);
      sent.push(ids);
      return answer(ids);
    },
    scheduler: time,
    log,
  });
});

function signal(id: string): Signal {
  return {
    id,
    at: 1,
    session: 'n_1',
    confidence: 1,
    evidence: [],
    kind: 'task',
    name: 'build',
    group: 'build',
    exitCode: 0,
  };
}

function add(...ids: string[]): void {
  for (const id of ids) queue.add(signal(id));
}

describe('SignalQueue', () => {
  test('sends what came within 250 ms in one message', async () => {
    add('a');
    await time.passAsync(200);
    add('b');
    expect(sent).toEqual([]);
    await time.passAsync(50);
    expect(sent).toEqual([['a', 'b']]);
    expect(queue.waiting).toBe(0);
    await time.passAsync(60_000);
    expect(sent).toHaveLength(1);
  });

  test('keeps what the engine did not take and sends it again, in order, less and less often', async () => {
    answer = () => Promise.reject(new Error('engine is gone'));
    add('a', 'b');
    await time.passAsync(250);
    add('c');
    await time.passAsync(3_000);
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.length).toBeLessThan(6);
    expect(queue.waiting).toBe(3);
    expect(errors).toHaveLength(1);
    answer = () => Promise.resolve();
    await time.passAsync(40_000);
    expect(sent.at(-1)).toEqual(['a', 'b', 'c']);
    expect(queue.waiting).toBe(0);
  });

  test('survives an engine that fails at once instead of answering', async () => {
    answer = () => {
      throw new Error('thrown, not rejected');
    };
    add('a');
    await time.passAsync(250);
    answer = () => Promise.resolve();
    await time.passAsync(1_000);
    expect(sent.at(-1)).toEqual(['a']);
    expect(queue.waiting).toBe(0);
  });

  test('a message that is never answered is sent again after a restart, or in time', async () => {
    answer = () => new Promise(() => {});
    add('a');
    await time.passAsync(250);
    add('b');
    await time.passAsync(1_000);
    expect(sent).toEqual([['a']]);
    queue.resend();
    await time.passAsync(50);
    expect(sent).toEqual([['a'], ['a', 'b']]);
    await time.passAsync(16_000, 500);
    expect(sent).toHaveLength(3);
  });

  test('an answer that comes after the message was sent again counts for nothing', async () => {
    const answers: (() => void)[] = [];
    answer = () => new Promise((resolve) => answers.push(resolve));
    add('a');
    await time.passAsync(250);
    queue.resend();
    await time.passAsync(50);
    answers[0]?.();
    await time.passAsync(50);
    expect(queue.waiting).toBe(1);
    answers[1]?.();
    await time.passAsync(50);
    expect(queue.waiting).toBe(0);
  });

  test('drops the oldest beyond its bound and counts them', async () => {
    answer = () => Promise.reject(new Error('engine is gone'));
    for (let i = 0; i < QUEUE_BOUND + 7; i++) add(`s${i}`);
    expect(queue.waiting).toBe(QUEUE_BOUND);
    expect(queue.dropped).toBe(7);
    await time.passAsync(250);
    add('x', 'y');
    expect(queue.dropped).toBe(9);
    expect(queue.waiting).toBe(QUEUE_BOUND);
  });

  test('sends large numbers in slices', async () => {
    for (let i = 0; i < 250; i++) add(`s${i}`);
    await time.passAsync(1_000);
    expect(sent.map((ids) => ids.length)).toEqual([100, 100, 50]);
  });

  test('flush sends at once and waits until all is answered', async () => {
    for (let i = 0; i < 150; i++) add(`s${i}`);
    const flushed = queue.flush(1_000);
    let done = false;
    void flushed.then(() => (done = true));
    await time.passAsync(5, 1);
    expect(done).toBe(true);
    expect(sent.flat()).toHaveLength(150);
  });

  test('flush gives up in time', async () => {
    answer = () => new Promise(() => {});
    add('a');
    const flushed = queue.flush(1_000);
    await time.passAsync(1_000);
    await flushed;
    expect(queue.waiting).toBe(1);
  });
});
