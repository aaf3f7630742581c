import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/learning/outcome-judge';
import type { Signal } from '../../../src/memory/signal';
import { memory, MINUTE, NOW, shown, signal } from './samples';

const correction = memory({
  kind: 'correction',
  text: 'In TypeScript here, write `http.get(` instead of `axios.get(`.',
  detail: { before: 'axios.get(', after: 'http.get(' },
});
const GOOD = 'const r = await http.get(url);';
const BAD = 'const r = await axios.get(url);';
const fact = memory({ text: 'Prices are kept by `PriceBook`, never in the cart.' });
const workflow = memory({
  kind: 'workflow',
  text: 'Before a release the snapshots are made anew.',
  detail: { steps: ['npm run snapshots', 'npm test'] },
});

const of = (one: Signal, of = correction, lately: readonly Signal[] = []) =>
  judge(one, [shown(of, 10 * MINUTE + 5 * MINUTE)], NOW, lately);

describe('tests and builds that turn', () => {
  const accepted = signal('accepted', { suggestion: 'g7', text: GOOD, at: NOW - MINUTE });
  const run = (exitCode: number, ago: number) =>
    signal('terminal', { command: 'npm test', exitCode, at: NOW - ago });
  const after = (before: Signal[], exitCode: number) =>
    of(run(exitCode, 0), correction, [accepted, ...before])[0]?.evidence;

  it.each<[string, Signal[], number, string | undefined]>([
    ['green after red', [run(1, 2 * MINUTE)], 0, 'testTurnedGreen'],
    ['red after green', [run(0, 2 * MINUTE)], 1, 'testTurnedRed'],
    ['green as before', [run(0, 2 * MINUTE)], 0, 'testGreen'],
    ['red as before', [run(1, 2 * MINUTE)], 1, undefined],
    ['green for the first time', [], 0, 'testGreen'],
    ['red for the first time', [], 2, 'testRed'],
    ['nothing taken over since', [run(1, 2 * MINUTE), run(1, MINUTE / 2)], 0, undefined],
  ])('%s', (_, before, exitCode, evidence) => {
    expect(after(before, exitCode)).toBe(evidence);
  });

  it('tells one thing that is run from another', () => {
    const other = signal('task', { name: 'lint', group: 'build', exitCode: 1, at: NOW - 90_000 });
    const build = signal('task', { name: 'build', group: 'build', exitCode: 0 });
    expect(of(build, correction, [accepted, other])[0]?.evidence).toBe('buildGreen');
    const same = { ...other, name: 'build' };
    expect(of(build, correction, [accepted, same])[0]?.evidence).toBe('buildTurnedGreen');
  });
});

describe('cells of a notebook', () => {
  const cell = (text: string, succeeded: boolean, ago: number) =>
    signal('cell', { text, succeeded, at: NOW - ago });

  it('help when they run with what was shown, more when they failed before', () => {
    expect(of(cell(GOOD, true, 0))[0]?.evidence).toBe('cellGreen');
    expect(of(cell(GOOD, true, 0), correction, [cell(BAD, false, MINUTE)])[0]?.evidence).toBe(
      'cellTurnedGreen',
    );
    expect(of(cell(GOOD, false, 0))[0]?.verdict).toBe('harmed');
  });

  it('tell nothing by what stood there before, or told it already', () => {
    expect(of(cell(GOOD, true, 0), correction, [cell(GOOD, true, 20 * MINUTE)])).toEqual([]);
    expect(of(cell(GOOD, true, 0), correction, [cell(GOOD, true, MINUTE)])).toEqual([]);
    expect(of(cell(BAD, true, 0))).toEqual([]);
  });
});

describe('commits', () => {
  const accepted = signal('accepted', { suggestion: 'g7', text: GOOD, at: NOW - 9 * MINUTE });
  const committed = (sha: string, current: string, ago: number) =>
    signal('survival', {
      suggestion: 'g7',
      checkpoint: 'commit',
      accepted: GOOD,
      original: '',
      current,
      sha,
      at: NOW - ago,
    });
  const first = committed('a1', GOOD, 5 * MINUTE);

  it('count once, however many later ones hold it as well', () => {
    expect(of(first, correction, [accepted])[0]?.evidence).toBe('survived commit');
    expect(of(committed('a2', GOOD, 0), correction, [accepted, first])).toEqual([]);
  });

  it('harm when it is amended away', () => {
    const amend = signal('commit', { sha: 'a2', amends: 'a1' });
    const gone = committed('a2', 'const r = await net.read(url);', 0);
    expect(of(gone, correction, [accepted, first, amend])[0]).toMatchObject({
      verdict: 'harmed',
      evidence: 'amendedAway',
    });
    const other = signal('commit', { sha: 'a2' });
    expect(of(gone, correction, [accepted, first, other])).toEqual([]);
  });

  it('that are reverted are not counted a second time as text that went back', () => {
    const gone = committed('b1', '', 0);
    const revert = signal('commit', { sha: 'b1', reverts: ['a1'] });
    expect(of(gone, correction, [accepted, first])[0]?.evidence).toBe('wentBack');
    expect(of(gone, correction, [accepted, first, revert])).toEqual([]);
  });

  it('harm when they are reverted, and help when they stand, each once', () => {
    const revert = signal('commit', { sha: 'b1', reverts: ['a1'] });
    expect(of(revert, correction, [accepted, first])).toMatchObject([
      { verdict: 'harmed', evidence: 'commitReverted', signals: [first.id, revert.id] },
    ]);
    expect(of(revert, fact, [accepted, first])).toEqual([]);

    const pushed = signal('kept', { how: 'pushed', shas: ['a0', 'a1'], file: undefined });
    expect(of(pushed, correction, [accepted, first])).toMatchObject([
      { verdict: 'helped', evidence: 'commitPushed' },
    ]);
    const again = signal('kept', { how: 'pushed', shas: ['a1'], file: undefined });
    expect(of(again, correction, [accepted, first, pushed])).toEqual([]);
    const day = signal('kept', { how: 'day', shas: ['a1'], file: undefined });
    expect(of(day, correction, [accepted, first, pushed])[0]?.evidence).toBe('commitKept');
    expect(of(day, correction, [accepted, first, revert])).toEqual([]);
  });
});

describe('an assistant’s own records', () => {
  const accepted = signal('accepted', { suggestion: 'g7', text: GOOD, at: NOW - MINUTE });

  it('speak for what was accepted in the file that they name', () => {
    const kept = signal('assistant', { outcome: 'accepted' });
    expect(of(kept, correction, [accepted])).toMatchObject([
      { verdict: 'helped', evidence: 'assistantAccepted', signals: [accepted.id, kept.id] },
    ]);
    expect(of(signal('assistant', { outcome: 'rejected' }), correction, [accepted])).toMatchObject([
      { verdict: 'harmed', evidence: 'assistantRejected' },
    ]);
    expect(of({ ...kept, file: 'src/other.ts' }, correction, [accepted])).toEqual([]);
    expect(of({ ...kept, file: undefined }, correction, [accepted])).toEqual([]);
  });

  it('speak for the text or the command that they have with them', () => {
    const wrote = signal('assistant', { outcome: 'failed', text: GOOD });
    expect(of(wrote)).toMatchObject([{ verdict: 'harmed', evidence: 'toolFailed' }]);
    const ran = signal('assistant', {
      act: 'command',
      outcome: 'succeeded',
      text: 'npm run snapshots',
    });
    expect(of(ran, workflow)).toMatchObject([{ verdict: 'helped', evidence: 'toolSucceeded' }]);
    expect(of(ran, correction)).toEqual([]);
  });

  it('of one conversation say nothing of what another was shown', () => {
    const { task } = shown(fact, 0).exposure;
    const by = (conversation: string) =>
      judge(
        signal('assistant', { outcome: 'failed', text: GOOD, conversation: 'c1' }),
        [
          shown(correction, MINUTE, {
            session: 'n_2',
            task: { ...task, door: 'mcp', conversation },
          }),
        ],
        NOW,
      );
    expect(by('c1')).toHaveLength(1);
    expect(by('c2')).toEqual([]);
  });
});
