import { describe, expect, it } from 'vitest';
import type { Pack } from '../../../src/memory/pack';
import { recallAnswer } from '../../../src/memory/recall-answer';

function pack(rendered: string, shownAlready: number): Pack {
  const none = { overBudget: 0, tooWeak: 0, outOfScope: 0, notActive: 0, duplicate: 0 };
  const leftOut = { ...none, superseded: 0, shownAlready };
  return { receipt: 'r_1', items: [], leftOut, tokens: 0, rendered, took: 1 };
}

describe('what an assistant is answered', () => {
  it('is the pack, or that nothing fits', () => {
    expect(recallAnswer(pack('<block>', 0))).toBe('<block>');
    expect(recallAnswer(pack('', 0))).toBe('Mneme knows nothing that fits this task.');
  });

  it('tells what it was given before, and how to get it again', () => {
    expect(recallAnswer(pack('', 2))).toBe(
      '2 that fit were given earlier in this conversation, and nothing else fits; ' +
        'pass `again: true` if you cannot see that any more.',
    );
    expect(recallAnswer(pack('<block>', 1))).toBe(
      '<block>\n1 memory that fits was given earlier in this conversation; ' +
        'pass `again: true` if you cannot see that any more.',
    );
  });
});
