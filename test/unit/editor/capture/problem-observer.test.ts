import { beforeEach, describe, expect, test } from 'vitest';
import type { Observation } from '../../../../src/editor/capture/observation';
import type { Reported } from '../../../../src/editor/capture/problem-diff';
import { ProblemObserver } from '../../../../src/editor/capture/problem-observer';
import { Shadow } from '../../../../src/editor/capture/shadow';
import type { Problem } from '../../../../src/memory/signal';
import { HandDocument } from './hand-document';
import { HandTime } from './hand-time';

const FILE = 'file:///p/a.ts';

let time: HandTime;
let seen: Extract<Observation, { kind: 'diagnostic' }>[];
let document: HandDocument;
let shadow: Shadow;
let reported: Reported[];
let suggestion: string | undefined;
let cures: number[];
let problems: ProblemObserver;

beforeEach(() => {
  time = new HandTime();
  seen = [];
  reported = [];
  cures = [];
  suggestion = undefined;
  document = new HandDocument('let a = 1;\nlet b = 2;\nlet c = 3;\n');
  shadow = new Shadow(document.getText());
  problems = new ProblemObserver({
    observe: (observation) => {
      if (observation.kind === 'diagnostic') seen.push(observation);
    },
    tracker: { at: () => suggestion, cured: (_uri, line) => cures.push(line) },
    report: () => reported,
    textOf: () => shadow.text,
    clock: time,
    scheduler: time,
  });
});

function edit(found: string, text: string): void {
  problems.changing(FILE);
  attributed(found, text);
}

/** The change is attributed. */
function attributed(found: string, text: string): void {
  const before = shadow.text;
  const change = shadow.apply(document.swap(found, text));
  problems.edited({
    uri: FILE,
    language: 'typescript',
    changes: [change],
    before,
    at: time.now(),
    cause: 'typed',
  });
}

/** The server publishes: `line` counted from 0. */
function publish(...found: [line: number, message: string, more?: Partial<Problem>][]): void {
  reported = found.map(([line, message, more]) => ({
    problem: { severity: 'error', message, source: 'ts', line: line + 1, ...more },
    lines: { from: line, to: line },
  }));
  problems.published(FILE);
}

const told = (): string[] => seen.map(({ change, problem }) => `${change} ${problem.message}`);

describe('ProblemObserver', () => {
  test('a server that answers before the first edit is attributed speaks of that edit', () => {
    publish([0, 'an old one']);
    problems.changing(FILE);
    publish([0, 'an old one'], [1, 'a new one']);
    attributed('2', 'two');
    time.pass(5_000);
    expect(seen.map(({ change, problem }) => [change, problem.message])).toEqual([
      ['appeared', 'a new one'],
    ]);
  });

  test('tells what appeared with an edit and what cured it, with the lines before and after', () => {
    suggestion = 'g_1';
    edit('= 2', '= gett()');
    publish([1, "no 'gett'"]);
    time.pass(1_000);
    expect(seen).toMatchObject([
      { change: 'appeared', suggestion: 'g_1', problem: { line: 2 }, confidence: 0.9 },
    ]);
    edit('let a = 1;\n', 'let a = 1;\n// b follows\n');
    edit('gett', 'get');
    publish();
    time.pass(1_000);
    expect(seen[1]).toMatchObject({
      change: 'cured',
      problem: { message: "no 'gett'", line: 3 },
      before: 'let b = gett();',
      after: 'let b = get();',
      suggestion: 'g_1',
    });
    expect(cures).toEqual([2]);
  });

  test('documents that nobody edited, and what no edit explains, are no signal', () => {
    publish([0, 'unrelated']);
    time.pass(5_000);
    edit('= 2', '= 4');
    time.pass(60_000);
    publish([0, 'unrelated'], [2, 'from another file']);
    time.pass(5_000);
    publish();
    time.pass(5_000);
    expect(seen).toEqual([]);
  });

  test('what stood there before the first edit did not appear, but can be cured', () => {
    reported = [];
    publish([2, 'old trouble']);
    edit('= 3', '= 4');
    publish([2, 'old trouble']);
    time.pass(5_000);
    expect(seen).toEqual([]);
    edit('= 4', '= 5');
    publish();
    time.pass(1_000);
    expect(seen).toMatchObject([
      { change: 'cured', before: 'let c = 3;', after: 'let c = 5;', confidence: 0.9 },
    ]);
  });

  test('flicker within the pause, and while the user types, is no signal', () => {
    edit('= 2', '= x');
    publish([1, "no 'x'"]);
    time.pass(400);
    publish();
    time.pass(5_000);
    for (const name of ['xy', 'xyz', 'xyzz']) {
      edit(/= (x\w*)/.exec(document.getText())?.[1] ?? '', name);
      publish([1, `no '${name}'`]);
      time.pass(500);
      if (name === 'xyzz') publish();
    }
    time.pass(5_000);
    expect(seen).toEqual([]);
  });

  test('a message that changes with the name being typed is one problem', () => {
    edit('= 2', '= getU');
    publish([1, "no 'getU'", { code: '2304' }]);
    time.pass(1_000);
    edit('getU', 'getUs');
    publish([1, "no 'getUs'", { code: '2304' }]);
    time.pass(1_000);
    edit('getUs', 'get');
    publish();
    time.pass(1_000);
    expect(told()).toEqual(["appeared no 'getU'", "cured no 'getU'"]);
    expect(seen[1]).toMatchObject({ before: 'let b = getU;', after: 'let b = get;' });
  });

  test('a syntax error hides a problem and does not cure it', () => {
    edit('= 2', '= gett()');
    publish([1, "no 'gett'", { code: '2304' }]);
    time.pass(1_000);
    edit('gett()', 'get(');
    publish([1, "')' expected", { code: '1005' }]);
    time.pass(1_000);
    expect(told()).toEqual(["appeared no 'gett'", "appeared ')' expected"]);
    edit('get(', 'get()');
    publish();
    time.pass(1_000);
    expect(told().slice(2).sort()).toEqual(["cured ')' expected", "cured no 'gett'"]);
    expect(
      seen.find((one) => one.problem.message === "no 'gett'" && one.change === 'cured'),
    ).toMatchObject({ before: 'let b = gett();', after: 'let b = get();' });
  });

  test('what a hidden problem turns out to be still there is no cure', () => {
    edit('= 2', '= gett()');
    publish([1, "no 'gett'", { code: '2304' }]);
    time.pass(1_000);
    edit('gett()', 'gett(');
    publish([1, "')' expected", { code: '1005' }]);
    time.pass(1_000);
    edit('gett(', 'gett()');
    publish([1, "no 'gett'", { code: '2304' }]);
    time.pass(1_000);
    expect(told()).toEqual(["appeared no 'gett'", "appeared ')' expected", "cured ')' expected"]);
  });

  test('a cure from another place names that place: an import', () => {
    edit('= 2', '= join()');
    publish([1, "no 'join'"]);
    time.pass(20_000);
    edit('let a = 1;\n', "import { join } from 'path';\nlet a = 1;\n");
    publish();
    time.pass(1_000);
    expect(seen[1]).toMatchObject({
      change: 'cured',
      before: '',
      after: "import { join } from 'path';",
      confidence: 0.6,
      evidence: ['its line stands, another place was changed'],
    });
  });

  test('two alike are told apart by their lines; hints are passed over', () => {
    edit('= 1', '= x');
    edit('= 3', '= x');
    publish([0, "no 'x'"], [2, "no 'x'"], [1, 'unused', { severity: 'hint' }]);
    time.pass(1_000);
    expect(told()).toEqual(["appeared no 'x'", "appeared no 'x'"]);
    edit('a = x', 'a = 1');
    publish([2, "no 'x'"]);
    time.pass(1_000);
    expect(seen[2]).toMatchObject({ change: 'cured', problem: { line: 1 } });
    expect(seen).toHaveLength(3);
  });

  test('a report waits for the end of typing, but not for ever', () => {
    edit('= 2', '= x');
    publish([1, "no 'x'"]);
    for (let i = 0; i < 20; i++) {
      time.pass(400);
      edit('let c', 'let c ');
    }
    expect(told()).toEqual(["appeared no 'x'"]);
  });
});
