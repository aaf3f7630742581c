import { describe, expect, it } from 'vitest';
import { CodeTokenizer } from '../../../src/index/code-tokenizer';
import { likenessTo, situationOf } from '../../../src/learning/situation';
import { Task } from '../../../src/memory/task';

const tokenizer = new CodeTokenizer();
const situation = (task: Partial<Task>) =>
  situationOf(Task.parse({ door: 'tool', repo: 'r', ...task }), tokenizer);
const alike = (one: Partial<Task>, other: Partial<Task>): number =>
  likenessTo(situation(one), new Map())(situation(other));

const problem = {
  severity: 'error' as const,
  message: "Property 'total' does not exist on type 'Cart'.",
  code: '2339',
  source: 'ts',
  line: 3,
};

describe('how alike two tasks are', () => {
  it('is wholly for the same question, mostly for one put otherwise, not at all for another', () => {
    const asked = { sentence: 'how to retry a failed request with a longer timeout' };
    expect(alike(asked, asked)).toBe(1);
    const otherwise = { sentence: 'a failed request: retry it, with longer timeouts' };
    expect(alike(asked, otherwise)).toBeGreaterThan(0.9);
    expect(alike(asked, { sentence: 'retry the request' })).toBeGreaterThan(0.3);
    expect(alike(asked, { sentence: 'format a price for the cart' })).toBe(0);
  });

  it('goes by what rare words are shared', () => {
    const now = situation({ sentence: 'parse the frobnicator config file' });
    const rare = situation({ sentence: 'the frobnicator crashes' });
    const common = situation({ sentence: 'delete the file' });
    const [frobnicator = 0] = situation({ sentence: 'frobnicator' }).terms;
    const telling = new Map([...now.terms].map((term) => [term, term === frobnicator ? 9 : 1]));
    expect(likenessTo(now, telling)(rare)).toBeGreaterThan(likenessTo(now, telling)(common) + 0.3);
  });

  it('is high for the same error about another name, whatever was asked', () => {
    const there = {
      ...problem,
      message: "Property 'sum' does not exist on type 'Order'.",
      line: 9,
    };
    expect(
      alike(
        { sentence: 'fix this', problems: [problem] },
        { sentence: 'make it compile', problems: [there] },
      ),
    ).toBeGreaterThan(0.8);
  });

  it('is some for the same file, and more at the same symbol', () => {
    const at = (symbol?: string) => ({ file: 'src/cart.ts', ...(symbol && { symbol }) });
    const inFile = alike(at(), at());
    expect(inFile).toBeGreaterThan(0.3);
    expect(alike(at('total'), at('total'))).toBeGreaterThan(inFile);
    expect(alike(at('total'), { file: 'src/order.ts', symbol: 'total' })).toBe(0);
    const asked = { sentence: 'rename the total' };
    expect(alike({ ...at(), ...asked }, { ...at(), sentence: 'why is it slow' })).toBeLessThan(0.3);
  });
});
