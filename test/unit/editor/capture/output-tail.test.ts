import { expect, test } from 'vitest';
import { OutputTail } from '../../../../src/editor/capture/output-tail';

function errorsOf(...pieces: string[]): string | undefined {
  const tail = new OutputTail();
  for (const piece of pieces) tail.add(piece);
  return tail.errors();
}

test('the lines that name an error are told, without colours and marks', () => {
  expect(
    errorsOf(
      '\u001b]633;C\u0007> shop@1.0.0 test\r\n\r\n\u001b[31mError\u001b[0m: Cannot find',
      " module 'zod'\r\n    at load (a.js:1:2)\r\n1 failed, 3 passed\r\n",
    ),
  ).toBe("Error: Cannot find module 'zod'");
});

test('where none is named, the last lines are told; nothing of nothing', () => {
  expect(errorsOf('one\ntwo\n')).toBe('one\ntwo');
  expect(errorsOf('\u001b[0m\r\n')).toBeUndefined();
  expect(errorsOf()).toBeUndefined();
});

test('of a long output only the end is kept', () => {
  expect(errorsOf('Error: the first\n', 'x\n'.repeat(10_000), 'Error: the last\n')).toBe(
    'Error: the last',
  );
});

test('a stream that breaks off leaves what there is', async () => {
  const tail = new OutputTail();
  await tail.follow(
    (async function* () {
      yield await Promise.resolve('Error: half\n');
      throw new Error('gone');
    })(),
  );
  expect(tail.errors()).toBe('Error: half');
});
