import { beforeEach, describe, expect, test } from 'vitest';
import type { Observation } from '../../../../src/editor/capture/observation';
import { Shadow } from '../../../../src/editor/capture/shadow';
import {
  FOLLOWED_BOUND,
  SuggestionTracker,
} from '../../../../src/editor/capture/suggestion-tracker';
import type { Cause, Problem, SignalKind } from '../../../../src/memory/signal';
import { HandDocument } from './hand-document';
import { countingIds, HandTime } from './hand-time';

const FILE = 'file:///p/a.ts';
const PROBLEM: Problem = { severity: 'error', message: "No 'gett'", line: 2 };

let time: HandTime;
let seen: Observation[];
let document: HandDocument;
let shadows: Map<string, Shadow>;
let tracker: SuggestionTracker;

beforeEach(() => {
  time = new HandTime();
  seen = [];
  document = new HandDocument('const a = 1;\nconst b = ;\nconst c = 3;\n');
  shadows = new Map([[FILE, new Shadow(document.getText())]]);
  tracker = new SuggestionTracker({
    observe: (observation) => seen.push(observation),
    textOf: (uri) => shadows.get(uri)?.text,
    clock: time,
    ids: countingIds(),
    scheduler: time,
  });
});

function edit(found: string, text: string, cause: Cause = 'typed', uri = FILE): void {
  const shadow = shadows.get(uri);
  if (!shadow) throw new Error(`${uri} is not open`);
  const applied = shadow.apply(document.swap(found, text));
  tracker.changed(uri, [applied], cause, time.now());
}

/** Accepts `gett(a)` after `const b = `. */
function accept(more: { original?: string; hold?: number } = {}): string | undefined {
  const offset = document.at('= ;') + 2;
  const change = document.replace(offset, 0, 'gett(a)');
  shadows.get(FILE)?.apply(change);
  return tracker.follow({
    uri: FILE,
    language: 'typescript',
    offset,
    text: 'gett(a)',
    original: '',
    at: time.now(),
    partial: false,
    confidence: 0.9,
    evidence: ['a key'],
    ...more,
  });
}

const kinds = (): SignalKind[] => seen.map((one) => one.kind);
const last = <K extends SignalKind>(kind: K) =>
  seen.findLast((one): one is Extract<Observation, { kind: K }> => one.kind === kind);

describe('SuggestionTracker', () => {
  test('tells the accept at once, then the survival at five checkpoints and at commit', () => {
    accept();
    expect(last('accepted')).toMatchObject({ text: 'gett(a)', line: 2, suggestion: 'g_1' });
    time.pass(4_999);
    expect(kinds()).toEqual(['accepted']);
    time.pass(1);
    expect(last('survival')).toMatchObject({ checkpoint: '5s', current: 'gett(a)' });
    edit('const a = 1;\n', '');
    time.pass(900_000);
    tracker.committed('file:///p', 'abc123');
    expect(seen.flatMap((one) => (one.kind === 'survival' ? one.checkpoint : []))).toEqual([
      '5s',
      '30s',
      '2min',
      '5min',
      '15min',
      'commit',
    ]);
    expect(last('survival')).toMatchObject({ accepted: 'gett(a)', current: 'gett(a)' });
  });

  test('a commit that holds it unchanged is told once, one in its place again', () => {
    accept();
    const shas = () =>
      seen.flatMap((one) =>
        one.kind === 'survival' && one.checkpoint === 'commit' ? one.sha : [],
      );
    tracker.committed('file:///p', 'a1');
    tracker.committed('file:///p', 'a2');
    expect(shas()).toEqual(['a1']);
    tracker.committed('file:///p', 'a3', 'a1');
    expect(shas()).toEqual(['a1', 'a3']);
    edit('gett', 'get');
    tracker.committed('file:///p', 'a4');
    expect(shas()).toEqual(['a1', 'a3', 'a4']);
  });

  test('after a sleep only the latest checkpoint speaks', () => {
    accept();
    time.sleep(200_000);
    time.pass(0);
    expect(seen.flatMap((one) => (one.kind === 'survival' ? one.checkpoint : []))).toEqual([
      '2min',
    ]);
  });

  test('an undo that is not redone is a revert, timed at the undo', () => {
    accept();
    time.pass(1_200);
    edit('gett(a)', '', 'undo');
    expect(kinds()).toEqual(['accepted']);
    time.pass(2_000);
    expect(last('reverted')).toMatchObject({ text: 'gett(a)', after: 1_200, line: 2 });
    expect(tracker.size).toBe(0);
    time.pass(900_000);
    expect(kinds()).toEqual(['accepted', 'reverted']);
  });

  test('an undo that is redone is none', () => {
    accept();
    time.pass(1_000);
    edit('gett(a)', '', 'undo');
    time.pass(1_000);
    edit('= ;', '= gett(a);', 'redo');
    time.pass(10_000);
    expect(kinds()).toEqual(['accepted', 'survival']);
    expect(last('survival')?.current).toBe('gett(a)');
  });

  test('an undo back to the letters that were completed is a revert', () => {
    accept({ original: 'ge' });
    edit('gett(a)', 'ge', 'undo');
    time.pass(2_000);
    expect(kinds()).toEqual(['accepted', 'reverted']);
  });

  test('an undo of an edit within it is no revert and no rewrite', () => {
    accept();
    edit('gett', 'get');
    edit('get(', 'gett(', 'undo');
    time.pass(6_000);
    expect(kinds()).toEqual(['accepted', 'survival']);
  });

  test('typing in it is a rewrite once it has come to rest', () => {
    accept();
    time.pass(1_000);
    edit('gett', 'ge');
    time.pass(3_000);
    edit('ge(', 'get(');
    time.pass(4_999);
    expect(last('rewritten')).toBeUndefined();
    time.pass(1);
    expect(last('rewritten')).toMatchObject({
      before: 'gett(a)',
      after: 'get(a)',
      line: 2,
      context: 'const b = get(a);',
      cured: [],
      evidence: ['the user edited it', 'came to rest: no edit for 5 s'],
    });
    time.pass(100_000);
    expect(kinds().filter((kind) => kind === 'rewritten')).toHaveLength(1);
  });

  test('a save and a cure bring the rest forward', () => {
    accept();
    edit('gett', 'get');
    tracker.saved(FILE);
    time.pass(1_000);
    tracker.cured(FILE, 1, PROBLEM);
    time.pass(300);
    expect(last('rewritten')).toMatchObject({ after: 'get(a)', cured: [PROBLEM] });
    edit('get(', 'fetch(');
    time.pass(5_000);
    expect(last('rewritten')).toMatchObject({ after: 'fetch(a)', cured: [] });
  });

  test('typing on after its end, and a change of spaces only, is no rewrite', () => {
    accept();
    edit('gett(a);', 'gett(a).x;');
    edit('gett(a)', 'gett( a )');
    time.pass(20_000);
    expect(last('rewritten')).toBeUndefined();
  });

  test('what a formatter makes of it is not the word of the user', () => {
    accept();
    edit('gett(a)', 'gett(a, "x")', 'formatter');
    time.pass(10_000);
    expect(last('rewritten')).toBeUndefined();
    edit('gett', 'get');
    time.pass(5_000);
    expect(last('rewritten')).toMatchObject({ before: 'gett(a, "x")', after: 'get(a, "x")' });
  });

  test('deleting all of it by hand is a rewrite to nothing', () => {
    accept();
    edit('gett(a)', '');
    time.pass(5_000);
    expect(last('rewritten')).toMatchObject({
      after: '',
      evidence: ['all of it was deleted', 'came to rest: no edit for 5 s'],
    });
  });

  test('a branch switch ends it, in its repository only', () => {
    accept();
    tracker.switched('file:///other');
    expect(tracker.size).toBe(1);
    tracker.switched('file:///p');
    time.pass(900_000);
    expect(kinds()).toEqual(['accepted']);
  });

  test('a held accept is told late, and before anything else of it', () => {
    accept({ hold: 6_000 });
    time.pass(5_999);
    expect(seen).toEqual([]);
    time.pass(1);
    expect(kinds()).toEqual(['accepted', 'survival']);
    edit('gett(a)', '', 'typed');
    accept({ hold: 6_000 });
    edit('gett', 'get');
    time.pass(5_000);
    expect(kinds().slice(-3)).toEqual(['accepted', 'rewritten', 'survival']);
  });

  test('a held accept is not told at all after a branch switch', () => {
    accept({ hold: 6_000 });
    tracker.switched('file:///p');
    time.pass(10_000);
    expect(seen).toEqual([]);
  });

  test('outlives closing, renaming and opening elsewhere', () => {
    accept();
    tracker.closed(FILE, false);
    shadows.delete(FILE);
    time.pass(5_000);
    expect(last('survival')).toMatchObject({ current: 'gett(a)', confidence: 0.9 * 0.8 });
    tracker.renamed('file:///p', 'file:///q');
    document = new HandDocument(`// moved\n${document.getText()}`);
    shadows.set('file:///q/a.ts', new Shadow(document.getText()));
    tracker.opened('file:///q/a.ts');
    edit('gett', 'get', 'typed', 'file:///q/a.ts');
    time.pass(5_000);
    expect(last('rewritten')).toMatchObject({ after: 'get(a)', line: 3 });
  });

  test('a document closed with unsaved changes ends it', () => {
    accept();
    tracker.closed(FILE, true);
    expect(tracker.size).toBe(0);
  });

  test('knows which suggestion holds a line', () => {
    const id = accept();
    expect(tracker.at(FILE, 1)).toBe(id);
    expect(tracker.at(FILE, 0)).toBeUndefined();
  });

  test('the number of those followed is bounded', () => {
    for (let i = 0; i < FOLLOWED_BOUND + 5; i++) {
      accept();
      edit('gett(a)', '', 'agent');
    }
    expect(tracker.size).toBe(FOLLOWED_BOUND);
  });
});
