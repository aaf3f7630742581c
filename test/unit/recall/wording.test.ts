import { expect, test } from 'vitest';
import { CodeTokenizer } from '../../../src/index/code-tokenizer';
import { Readings } from '../../../src/recall/reading';
import { Question, type Wording } from '../../../src/recall/wording';

function question(text: string, rare: readonly string[] = []): Question {
  const weigh = (terms: readonly string[]): number[] =>
    terms.map((term) => (rare.includes(term) ? 3 : 1));
  const tokenizer = new CodeTokenizer();
  return new Question(tokenizer, new Readings(tokenizer), text, { rarities: weigh });
}

function worded(asked: Question, text: string): Wording {
  return asked.wording(asked.outline(text));
}

test('a headline that was asked for counts, the rare words more', () => {
  const asked = question('retry of the parser', ['parser']);
  const [parser, retry] = ['parser\nbody', 'retry\nbody'].map((text) => worded(asked, text));
  expect(parser?.headline).toBe(retry?.headline);
  expect(parser?.asked).toBeGreaterThan(retry?.asked ?? 0);
  expect(worded(asked, 'other\nparser').asked).toBe(0);
});

test('what stands before the first colon is a label', () => {
  const asked = question('What did Caroline research?');
  expect(worded(asked, 'Caroline: I looked into agencies.').label).toBe(1);
  expect(worded(asked, 'Melanie: I looked into agencies.').label).toBe(0);
  expect(worded(asked, 'I asked Caroline about std::vector').label).toBe(0);
});

test('tells what is brief, long, and code', () => {
  const asked = question('anything');
  expect(worded(asked, 'Wow!').brief).toBeGreaterThan(0.9);
  expect(worded(asked, 'word '.repeat(400))).toMatchObject({ brief: 0, code: false });
  expect(worded(asked, 'word '.repeat(400)).long).toBeGreaterThan(0);
  expect(worded(asked, 'def read(path):\n    pass').code).toBe(true);
  expect(worded(asked, 'The class reads a file').code).toBe(false);
});

test('a question of a few words is brief, a report is not', () => {
  expect(question('why does it fail').brevity).toBe(1);
  const report = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
  expect(question(report).brevity).toBe(0.1);
});

test('tells how much of a text asks', () => {
  const asked = question('anything');
  expect(worded(asked, 'Ann: What have you read lately?').asks).toBe(1);
  expect(worded(asked, 'I read a lot. What about you?').asks).toBe(0.5);
  expect(worded(asked, 'I read a lot. See https://example.org/?page=2 for more.').asks).toBe(0);
});

test('what stands in one passage counts for more than what a text holds here and there', () => {
  const asked = question('retry the parser after a timeout');
  const filler = 'paragraph '.repeat(15);
  const close = worded(asked, `${filler}${filler} retry parser timeout`).passage;
  const apart = worded(asked, `retry ${filler}${filler} parser ${filler} timeout`).passage;
  expect(close).toBe(1);
  expect(apart).toBeLessThan(close);
  expect(worded(asked, `retry ${'paragraph '.repeat(300)} parser timeout`).passage).toBeLessThan(
    apart,
  );
});

test('tells which part of it its words are, the rare ones counting more', () => {
  const asked = question('retry of the parser', ['parser']);
  expect(asked.partOf(['parser'])).toBe(0.75);
  expect(asked.partOf(['retry', 'parser', 'unheard'])).toBe(1);
  expect(asked.partOf([])).toBe(0);
});

test('a word used alike stands for one that is missing, and for none that is there', () => {
  const tokenizer = new CodeTokenizer();
  const asked = new Question(tokenizer, new Readings(tokenizer), 'remove folder', {
    rarities: (terms) => terms.map(() => 1),
    likeness: (terms) => (other) =>
      terms.map((term) => (term === 'folder' && other === 'directori' ? 0.6 : 0.1)),
  });
  const text = 'def rmdir(directory)';
  expect(asked.alike(text, [])).toBeCloseTo(0.3);
  expect(asked.alike(text, ['remove'])).toBeCloseTo(0.3);
  expect(asked.alike(text, ['folder'])).toBe(0);
  expect(asked.alike('def other(thing)', [])).toBe(0);
});
