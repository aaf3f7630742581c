import { beforeEach, describe, expect, it } from 'vitest';
import type { FoundBreach } from '../../../../src/memory/breach';
import type { Cause } from '../../../../src/memory/cause';
import { Shadow } from '../../../../src/editor/capture/shadow';
import type { TextChange } from '../../../../src/editor/capture/text-change';
import { type CheckRequest, PAUSE, RuleWatch } from '../../../../src/editor/rules/rule-watch';
import { HandDocument } from '../capture/hand-document';
import { HandTime } from '../capture/hand-time';

const FILE = 'file:///p/a.ts';

let time: HandTime;
let document: HandDocument;
let shadow: Shadow;
let watch: RuleWatch;
let asked: CheckRequest[];
let shown: { version: number; lines: number[] }[];
let anyOn: boolean;
let answer: (request: CheckRequest) => Promise<FoundBreach[]>;

/** Each line with `var` breaks a rule. */
function breachesOf({ text, changed }: CheckRequest): FoundBreach[] {
  return text.split('\n').flatMap((words, at) => {
    const line = at + 1;
    const touched = changed?.some(({ first, last }) => first <= line && line <= last) ?? true;
    if (!words.includes('var') || !touched) return [];
    const place = { start: 0, end: 3, line, column: 1, endLine: line, endColumn: 4 };
    return [
      { ...place, rule: 'm_1', text: 'Never use var', force: 'never', kind: 'lint', fixes: [] },
    ];
  });
}

beforeEach(() => {
  time = new HandTime();
  document = new HandDocument('var old = 0;\nlet a = 1;\nlet b = 2;\n');
  shadow = new Shadow(document.getText());
  asked = [];
  shown = [];
  anyOn = true;
  answer = (request) => Promise.resolve(breachesOf(request));
  watch = new RuleWatch({
    anyOn: () => Promise.resolve(anyOn),
    check: (request) => {
      asked.push(request);
      return answer(request);
    },
    show: (_uri, version, breaches) => {
      shown.push({ version, lines: breaches.map(({ line }) => line) });
    },
    assistant: () => 'copilot',
    clock: time,
    scheduler: time,
    log: {
      error: (words: string) => {
        throw new Error(words);
      },
      warn() {},
      info() {},
    },
  });
});

/** One change event; it is told whose it was when `cause` is given. */
function change(edit: TextChange, cause?: Cause, reason?: 'undo'): void {
  document.isDirty = true;
  watch.changing(FILE, [edit], document, reason);
  const before = shadow.text;
  const applied = shadow.apply(edit);
  if (cause === undefined) return;
  const told = { uri: FILE, language: 'typescript', changes: [applied], before, at: time.now() };
  watch.edited({ ...told, cause });
}

const counted = () => asked.filter(({ record }) => record);

describe('rules and a document that is edited', () => {
  it('looks once after a pause, at changed lines alone, and counts nothing yet', async () => {
    for (const text of ['v', 'a', 'r']) {
      change(document.replace(13, 0, text), 'typed');
      await time.passAsync(80);
      expect(asked).toEqual([]);
    }
    await time.passAsync(PAUSE);
    expect(asked).toMatchObject([{ changed: [{ first: 2, last: 2 }], record: false }]);
    expect(asked[0]?.text).toContain('ravlet a');
    expect(shown.at(-1)?.lines).toEqual([]);
  });

  it('underlines what the change broke, and not what stood there broken before', async () => {
    change(document.swap('let b', 'var b'), 'typed');
    await time.passAsync(PAUSE + 50);
    expect(shown.at(-1)).toEqual({ version: 2, lines: [3] });
  });

  it('asks nothing while no rule is on', async () => {
    anyOn = false;
    change(document.swap('let b', 'var b'), 'typed');
    await time.passAsync(10_000);
    expect(asked).toEqual([]);
  });

  it('passes over an answer that a later change overtook', async () => {
    let give = (): void => undefined;
    answer = (request) =>
      new Promise((resolve) => {
        give = () => resolve(breachesOf(request));
      });
    change(document.swap('let b', 'var b'), 'typed');
    await time.passAsync(PAUSE + 50);
    change(document.swap('var b', 'let b'), 'typed');
    give();
    await time.passAsync(50);
    expect(shown).toEqual([]);
    await time.passAsync(PAUSE);
    expect(asked[0]?.signal.aborted).toBe(true);
    give();
    await time.passAsync(50);
    expect(shown).toEqual([{ version: 3, lines: [] }]);
  });

  it('checks an accepted suggestion at once', async () => {
    change(document.swap('let b', 'var b'));
    watch.hurry(FILE);
    await time.passAsync(1);
    expect(shown.at(-1)?.lines).toEqual([3]);
  });

  it('counts a suggestion soon as the assistant’s, and typing as the person’s after a rest', async () => {
    change(document.swap('let b = 2;\n', 'let b = 2;\nvar c = 3;\n'), 'suggestion');
    await time.passAsync(1_000);
    expect(counted()).toMatchObject([{ author: 'copilot', changed: [{ first: 3, last: 4 }] }]);
    change(document.swap('var c', 'let c'), 'typed');
    await time.passAsync(3_000);
    expect(counted()).toHaveLength(1);
    await time.passAsync(3_000);
    expect(counted()[1]).toMatchObject({ author: 'human', changed: [{ first: 4, last: 4 }] });
    await time.passAsync(60_000);
    expect(counted()).toHaveLength(2);
  });

  it('counts soon after a save, and when the document is closed', async () => {
    change(document.swap('let a', 'var a'), 'typed');
    document.isDirty = false;
    watch.saved(FILE);
    await time.passAsync(600);
    expect(counted()).toHaveLength(1);
    change(document.swap('let b', 'var b'), 'typed');
    document.isDirty = false;
    watch.closed(FILE);
    await time.passAsync(1);
    expect(counted()).toHaveLength(2);
    expect(shown.at(-1)?.lines).toEqual([]);
  });

  it('gives a line to who wrote it last', async () => {
    change(document.swap('let b', 'var b'), 'agent');
    change(document.swap('var b', 'let bb'), 'typed');
    await time.passAsync(10_000);
    expect(counted().map(({ author }) => author)).toEqual(['human']);
  });

  it('counts nothing of lines of which it is not known whose they are', async () => {
    change(document.swap('let a', 'var a'), 'typed');
    change(document.replace(0, 0, '\n'));
    await time.passAsync(30_000);
    expect(counted()).toEqual([]);
  });

  it('takes back what an undo brought back', async () => {
    change(document.swap('old = 0', 'old = 1'), 'typed');
    await time.passAsync(PAUSE + 50);
    expect(shown.at(-1)?.lines).toEqual([1]);
    change(document.swap('old = 1', 'old = 0'), 'undo', 'undo');
    document.isDirty = false;
    await time.passAsync(PAUSE + 50);
    expect(shown.at(-1)?.lines).toEqual([]);
  });

  it('checks all of a document when asked, and goes on doing so', async () => {
    const found = await watch.checkWhole(FILE, document);
    expect(found.map(({ line }) => line)).toEqual([1]);
    change(document.swap('let b', 'var b'), 'typed');
    await time.passAsync(PAUSE + 50);
    expect(shown.at(-1)?.lines).toEqual([1, 3]);
  });

  it('lets go of all when capture ends', async () => {
    change(document.swap('let b', 'var b'), 'typed');
    await time.passAsync(PAUSE + 50);
    watch.clear();
    expect(shown.at(-1)?.lines).toEqual([]);
    const count = asked.length;
    await time.passAsync(60_000);
    expect(asked).toHaveLength(count);
  });
});
