import { beforeEach, describe, expect, test } from 'vitest';
import { DOCUMENT_BOUND, EditObserver } from '../../../../src/editor/capture/edit-observer';
import type { Observation } from '../../../../src/editor/capture/observation';
import { SuggestionTracker } from '../../../../src/editor/capture/suggestion-tracker';
import type { TextChange } from '../../../../src/editor/capture/text-change';
import type { SignalKind } from '../../../../src/memory/signal';
import { HandDocument } from './hand-document';
import { countingIds, HandTime } from './hand-time';

const FILE = 'file:///p/a.ts';

let time: HandTime;
let seen: Observation[];
let document: HandDocument;
let edits: EditObserver;
let tracker: SuggestionTracker;

beforeEach(() => {
  time = new HandTime();
  seen = [];
  document = new HandDocument('const a = 1;\n\nconst c = 3;\n');
  const observe = (observation: Observation) => seen.push(observation);
  tracker = new SuggestionTracker({
    observe,
    textOf: (uri) => edits.textOf(uri),
    clock: time,
    ids: countingIds(),
    scheduler: time,
  });
  edits = new EditObserver({
    observe,
    tracker,
    listeners: [{ edited() {} }],
    acceptKey: () => true,
    clock: time,
    scheduler: time,
  });
});

function changed(
  changes: TextChange | TextChange[],
  more: { reason?: 'undo' | 'redo'; active?: boolean; uri?: string } = {},
): void {
  edits.changed(more.uri ?? FILE, document, [changes].flat(), more.reason, more.active ?? true);
}

function type(text: string, offset: number): void {
  for (const [i, char] of Array.from(text).entries()) {
    document.isDirty = true;
    changed(document.replace(offset + i, 0, char));
    edits.selected(FILE, 'keyboard');
    time.pass(80);
  }
}

const of = <K extends SignalKind>(kind: K) =>
  seen.filter((one): one is Extract<Observation, { kind: K }> => one.kind === kind);

describe('EditObserver', () => {
  test('typing is one burst, with the text that was typed', () => {
    edits.opened(FILE, document);
    type('const b = 2;', 13);
    changed(document.replace(24, 1, ''));
    edits.selected(FILE, 'keyboard');
    expect(seen).toEqual([]);
    time.pass(2_500);
    expect(of('edit')).toHaveLength(1);
    expect(of('edit')[0]).toMatchObject({
      cause: 'typed',
      changes: 13,
      inserted: 12,
      removed: 1,
      line: 2,
      text: 'const b = 2',
      language: 'typescript',
    });
  });

  test('Enter and Tab go on with the burst that they are typed in', () => {
    edits.opened(FILE, document);
    type('f(', 13);
    changed(document.replace(15, 0, '\n  '));
    edits.selected(FILE, 'silent', [{ active: { line: 2, character: 2 } }]);
    time.pass(80);
    changed(document.replace(18, 0, '  '));
    edits.selected(FILE, 'silent', [{ active: { line: 2, character: 4 } }]);
    time.pass(80);
    type('x)', 20);
    time.pass(3_000);
    expect(of('edit')).toMatchObject([{ cause: 'typed', changes: 6, text: 'f(\n    x)' }]);
  });

  test('ghost text accepted by key is followed, and what it replaced is known', () => {
    edits.opened(FILE, document);
    type('fet', 13);
    changed(document.swap('fet', 'fetchUser(id)'));
    edits.selected(FILE, 'silent');
    time.pass(40);
    edits.suggestionAccepted(FILE);
    time.pass(800);
    const [accepted] = of('accepted');
    expect(accepted).toMatchObject({ text: 'fetchUser(id)', line: 2, partial: false });
    expect(accepted?.confidence).toBeGreaterThan(0.9);
    time.pass(5_000);
    expect(of('survival')[0]).toMatchObject({ original: 'fet', current: 'fetchUser(id)' });
    expect(of('edit').map((edit) => edit.cause)).toEqual(['typed', 'suggestion']);
  });

  test('an accept, typing in it at once and an undo of all are told apart in order', () => {
    edits.opened(FILE, document);
    document.isDirty = true;
    changed(document.replace(13, 0, 'getUser(id);'));
    edits.selected(FILE, 'silent');
    edits.suggestionAccepted(FILE);
    time.pass(20);
    changed(document.swap('get', ''));
    edits.selected(FILE, 'keyboard');
    time.pass(400);
    changed(document.swap('User', 'getUser'), { reason: 'undo' });
    changed(document.swap('getUser(id);', ''), { reason: 'undo' });
    time.pass(3_000);
    expect(of('reverted')).toMatchObject([{ text: 'getUser(id);', after: 420 }]);
    expect(of('edit').map((edit) => edit.cause)).toEqual(['suggestion', 'typed', 'undo']);
  });

  test('the command after a plain Tab claims no typed change', () => {
    edits.opened(FILE, document);
    type('x', 13);
    edits.suggestionAccepted(FILE);
    time.pass(5_000);
    expect(of('accepted')).toEqual([]);
  });

  test('a document whose text was not kept in time is understood from then on', () => {
    document.isDirty = true;
    changed(document.swap('const a = 1;', 'let a = compute();'));
    edits.selected(FILE, 'silent');
    edits.suggestionAccepted(FILE);
    changed(document.swap('compute', 'count'));
    edits.selected(FILE, 'keyboard');
    time.pass(8_000);
    expect(of('accepted')[0]).toMatchObject({ text: 'let a = compute();', line: 1 });
    expect(of('rewritten')[0]).toMatchObject({ after: 'let a = count();' });
    expect(of('survival')[0]).toMatchObject({ original: '' });
  });

  test('what an agent writes step by step is followed as a whole', () => {
    edits.opened(FILE, document);
    document.isDirty = true;
    let offset = 13;
    for (const line of ['function f() {\n', '  return g(1);\n', '}\n']) {
      changed(document.replace(offset, 0, line), { active: false });
      offset += line.length;
      time.pass(300);
    }
    time.pass(3_000);
    expect(of('edit')).toMatchObject([{ cause: 'agent', changes: 3 }]);
    expect(of('accepted')).toMatchObject([
      { text: 'function f() {\n  return g(1);\n}\n', line: 2 },
    ]);
    expect(of('accepted')[0]?.evidence[0]).toBe('written by an agent');
  });

  test('text from the disk is told late, with doubt, and not after a branch switch', () => {
    edits.opened(FILE, document);
    changed(document.swap('c = 3', 'c = 4'));
    time.pass(4_000);
    expect(of('edit')).toMatchObject([{ cause: 'disk' }]);
    expect(of('accepted')).toEqual([]);
    time.pass(4_000);
    expect(of('accepted')).toMatchObject([{ text: 'const c = 4;\n', line: 3 }]);
    expect(of('accepted')[0]?.confidence).toBeLessThanOrEqual(0.5);
    changed(document.swap('c = 4', 'c = 5'));
    time.pass(4_000);
    tracker.switched('file:///p');
    time.pass(9_000);
    expect(of('accepted')).toHaveLength(1);
  });

  test('a formatter on save is known by the save', () => {
    edits.opened(FILE, document);
    type('f( 1 )', 13);
    time.pass(3_000);
    edits.saving(FILE);
    changed([document.swap('( 1', '(1'), document.swap('1 )', '1)')]);
    time.pass(30);
    document.isDirty = false;
    edits.saved(FILE);
    time.pass(3_000);
    expect(of('edit').map((edit) => edit.cause)).toEqual(['typed', 'formatter']);
  });

  test("a save with nothing to save does not make later changes a formatter's", () => {
    edits.opened(FILE, document);
    edits.saving(FILE);
    time.pass(6_000);
    document.isDirty = true;
    changed(document.replace(13, 0, 'const b = 2;'));
    time.pass(4_000);
    expect(of('edit').map((edit) => edit.cause)).toEqual(['pasted']);
  });

  test('a rename over several documents is a refactoring in each', () => {
    for (const uri of [FILE, 'file:///p/b.ts', 'file:///p/c.ts']) {
      const other = new HandDocument('oldName();\n');
      other.isDirty = true;
      edits.changed(uri, other, [other.swap('oldName', 'newName')], undefined, uri === FILE);
    }
    time.pass(3_000);
    expect(of('edit').map((edit) => edit.cause)).toEqual([
      'refactoring',
      'refactoring',
      'refactoring',
    ]);
  });

  test('large documents are passed over until they are closed', () => {
    document = new HandDocument('x'.repeat(DOCUMENT_BOUND + 1));
    edits.opened(FILE, document);
    type('abc', 0);
    time.pass(3_000);
    expect(seen).toEqual([]);
  });

  test('where the kept text went astray it is taken afresh, and nothing false is told', () => {
    edits.opened(FILE, document);
    document.isDirty = true;
    changed(document.replace(13, 0, 'getUser(id);'));
    edits.suggestionAccepted(FILE);
    time.pass(400);
    document.replace(0, 5, 'let');
    time.pass(10_000);
    expect(of('survival')).toEqual([]);
    expect(edits.textOf(FILE)).toBe(document.getText());
  });

  test('closing tells what was under way', () => {
    edits.opened(FILE, document);
    type('abc', 13);
    edits.closed(FILE);
    expect(of('edit')).toHaveLength(1);
    expect(edits.textOf(FILE)).toBeUndefined();
  });
});
