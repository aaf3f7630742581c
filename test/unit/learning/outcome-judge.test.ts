import { describe, expect, it } from 'vitest';
import { IN_CONTEXT } from '../../../src/memory/exposure';
import { EVIDENCE_WEIGHTS, SHOWN_TO_ACCEPTED } from '../../../src/learning/evidence-weights';
import { judge, verdictOutcome } from '../../../src/learning/outcome-judge';
import { Outcome, VERDICTS } from '../../../src/memory/outcome';
import { CHECKPOINTS, type Signal } from '../../../src/memory/signal';
import type { Task } from '../../../src/memory/task';
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

describe('credit goes only to what was used', () => {
  it('gives none for being in the same session', () => {
    const text = 'const total = add(a, b);';
    const all: Signal[] = [
      signal('survival', { accepted: text, current: text }),
      signal('reverted', { text }),
      signal('rewritten', { before: text, after: 'x' }),
      signal('accepted', { text }),
      signal('task', { exitCode: 0 }),
      signal('terminal', { command: 'npm run build' }),
      signal('commit'),
      signal('branch'),
      signal('dismissed', { context: GOOD }),
      signal('edit', { text: GOOD }),
    ];
    for (const one of all)
      for (const known of [correction, fact, workflow]) expect(of(one, known)).toEqual([]);
  });

  it('helps when the better form stands, more the longer it stands', () => {
    const weights = CHECKPOINTS.map((checkpoint) => {
      const at = checkpoint === 'commit' ? NOW : NOW - 5 * MINUTE;
      const one = signal('survival', { checkpoint, accepted: GOOD, current: GOOD, at });
      const [outcome, ...more] = judge(one, [shown(correction, 25 * MINUTE)], NOW);
      expect(more).toEqual([]);
      expect(outcome).toMatchObject({
        verdict: 'helped',
        memory: correction.id,
        signals: [one.id],
      });
      return outcome?.weight ?? 0;
    });
    expect(weights).toEqual([...weights].sort((one, other) => one - other));
    expect(weights.reduce((all, weight) => all + weight)).toBeCloseTo(1, 10);
  });

  it('helps less where little else of the text still stands', () => {
    const weight = (current: string) =>
      of(signal('survival', { accepted: GOOD, current }))[0]?.weight ?? 0;
    expect(weight('const reply = await http.get(url, options);')).toBeLessThan(weight(GOOD));
    expect(weight('http.get(x'.repeat(20))).toBeCloseTo(weight(GOOD) / 2, 10);
  });

  it('says why, for a person to read', () => {
    expect(of(signal('survival', { accepted: GOOD, current: GOOD }))[0]?.reason).toBe(
      'The accepted text has `http.get(` of this memory, and it still stands after 5min.',
    );
  });

  it('harms strongly when it is undone at once, less when later', () => {
    const [atOnce] = of(signal('reverted', { text: GOOD, after: 2000 }));
    const [later] = of(signal('reverted', { text: GOOD, after: 2 * MINUTE }));
    expect(atOnce).toMatchObject({ verdict: 'harmed', weight: 0.8 });
    expect(later).toMatchObject({ verdict: 'harmed', weight: 0.5 });
  });

  it('harms when just that part is replaced or goes back, not when other parts change', () => {
    expect(
      of(signal('rewritten', { before: GOOD, after: 'const r = await net.read(url);' })),
    ).toMatchObject([{ verdict: 'harmed', weight: EVIDENCE_WEIGHTS.rewrittenAway.weight }]);
    expect(
      of(signal('rewritten', { before: GOOD, after: 'return http.get(url, options);' })),
    ).toEqual([]);
    const original = 'const r = load(url);';
    expect(of(signal('survival', { accepted: GOOD, original, current: original }))).toMatchObject([
      { verdict: 'harmed', weight: EVIDENCE_WEIGHTS.wentBack.weight },
    ]);
  });

  it('calls it ignored when what it advises against was accepted', () => {
    expect(of(signal('accepted', { text: BAD }))).toMatchObject([{ verdict: 'ignored' }]);
    expect(of(signal('reverted', { text: BAD }))).toEqual([]);
  });

  it('takes a form that contains the worse one for the better one', () => {
    const awaits = memory({
      kind: 'correction',
      text: 'await it',
      detail: { before: 'fetchUser(id)', after: 'await fetchUser(id)' },
    });
    const current = 'const u = await fetchUser(id);';
    expect(of(signal('survival', { accepted: current, current }), awaits)).toMatchObject([
      { verdict: 'helped' },
    ]);
    expect(of(signal('accepted', { text: 'const u = fetchUser(id);' }), awaits)).toMatchObject([
      { verdict: 'ignored' },
    ]);
  });

  it('matches other memories by the names they name', () => {
    const current = 'const price = new PriceBook().of(item);';
    expect(of(signal('survival', { accepted: current, current }), fact)).toMatchObject([
      { verdict: 'helped' },
    ]);
  });

  it('follows a directive by its names', () => {
    const rule = memory({
      kind: 'rule',
      text: 'Never use moment.',
      detail: { directive: { force: 'never', subject: '`moment`', alternative: '`dayjs`' } },
    });
    const current = 'const d = dayjs(at);';
    expect(of(signal('survival', { accepted: current, current }), rule)).toMatchObject([
      { verdict: 'helped' },
    ]);
    expect(of(signal('accepted', { text: 'const d = moment(at);' }), rule)).toMatchObject([
      { verdict: 'ignored' },
    ]);
  });
});

describe('errors, tests and commands', () => {
  const accepted = signal('accepted', { suggestion: 'g7', text: GOOD, at: NOW - MINUTE });

  it('harms by an error in the accepted range, more when it names what the memory names', () => {
    const error = (message: string) =>
      of(
        signal('diagnostic', {
          suggestion: 'g7',
          problem: { severity: 'error', message, line: 1 },
        }),
        correction,
        [accepted],
      )[0]?.weight;
    expect(error("Cannot find name 'http'.")).toBe(0.3);
    expect(error("Cannot find name 'url'.")).toBe(0.15);
  });

  it('helps by an edit that did as it says and cured an error', () => {
    expect(of(signal('diagnostic', { change: 'cured', before: BAD, after: GOOD }))).toMatchObject([
      { verdict: 'helped', weight: 0.3 },
    ]);
    expect(
      of(signal('diagnostic', { change: 'cured', before: GOOD, after: `${GOOD} // ok` })),
    ).toEqual([]);
  });

  it('counts tests and builds weakly, and only for text that was taken over and not undone', () => {
    const test = signal('task', { group: 'test', exitCode: 0 });
    const helped = of(test, correction, [accepted]);
    expect(helped).toMatchObject([{ verdict: 'helped', signals: [accepted.id, test.id] }]);
    expect(helped[0]?.weight).toBeLessThan(0.2);
    const red = of(signal('task', { group: 'build', exitCode: 2 }), correction, [accepted]);
    expect(red).toMatchObject([{ verdict: 'harmed' }]);
    const undone = signal('reverted', { suggestion: 'g7', text: GOOD, at: NOW - MINUTE / 2 });
    expect(of(test, correction, [accepted, undone])).toEqual([]);
    expect(of(signal('task', { group: 'other' }), correction, [accepted])).toEqual([]);
  });

  it('counts a command for the memory that names it', () => {
    const run = (command: string, exitCode: number) =>
      of(signal('terminal', { command, exitCode }), workflow);
    expect(run('npm run snapshots -- --all', 0)).toMatchObject([
      { verdict: 'helped', weight: 0.25 },
    ]);
    expect(run('npm run  snapshots', 1)).toMatchObject([{ verdict: 'harmed', weight: 0.15 }]);
    expect(run('npm run snapshots:check', 0)).toEqual([]);
    expect(run('npm', 0)).toEqual([]);
  });
});

describe('shown before, in time, in place', () => {
  const stands = signal('survival', { accepted: GOOD, current: GOOD });
  const accepted = NOW - 5 * MINUTE;

  it.each<[string, number, Parameters<typeof shown>[2]]>([
    ['after it was accepted', 4 * MINUTE, {}],
    ['too long before', NOW - accepted + SHOWN_TO_ACCEPTED + MINUTE, {}],
    ['in another session', 10 * MINUTE, { session: 'n_2' }],
    [
      'about another repository',
      10 * MINUTE,
      { task: { ...shown(fact, 0).exposure.task, repo: 'x' } },
    ],
    [
      'about another language',
      10 * MINUTE,
      { task: { ...shown(fact, 0).exposure.task, file: 'a.py', language: 'python' } },
    ],
  ])('earns nothing when shown %s', (_, ago, fields) => {
    expect(judge(stands, [shown(correction, ago, fields)], NOW)).toEqual([]);
  });

  it('earns nothing outside its scope', () => {
    const python = { ...correction, scope: { language: 'python' } };
    expect(of(stands, python)).toEqual([]);
  });

  it('earns a little less in another file of the same language', () => {
    const task = { ...shown(fact, 0).exposure.task, file: 'src/other.ts' };
    const [elsewhere] = judge(stands, [shown(correction, 10 * MINUTE, { task })], NOW);
    expect(elsewhere?.weight).toBeCloseTo(0.15 * 0.8, 10);
  });

  it('earns by how sure the signal is', () => {
    expect(of({ ...stands, confidence: 0.5 })[0]?.weight).toBeCloseTo(0.075, 10);
  });

  it('is judged once, by its last showing before', () => {
    const showings = [
      shown(correction, 20 * MINUTE),
      shown(correction, 8 * MINUTE),
      shown(correction, MINUTE),
    ];
    const outcomes = judge(stands, showings, NOW);
    expect(outcomes.map((one) => one.exposure)).toEqual([showings[1]?.exposure.id]);
  });

  it('goes by the time of the accept where the accept is known', () => {
    const lately = [signal('accepted', { suggestion: 'g1', text: GOOD, at: NOW - 9 * MINUTE })];
    expect(judge(stands, [shown(correction, 8 * MINUTE)], NOW, lately)).toEqual([]);
    expect(judge(stands, [shown(correction, 10 * MINUTE)], NOW, lately)).toHaveLength(1);
  });
});

describe('what was shown some time ago, or by another process', () => {
  const stands = signal('survival', { accepted: GOOD, current: GOOD });
  const HOUR = 60 * MINUTE;
  const weightAt = (ago: number) =>
    judge(stands, [shown(correction, 5 * MINUTE + ago)], NOW)[0]?.weight ?? 0;

  it('earns for as long as recall takes it to be in context, the less the longer ago', () => {
    expect(weightAt(30 * MINUTE)).toBeCloseTo(0.15, 10);
    expect(weightAt(HOUR)).toBeCloseTo(0.075, 10);
    expect(weightAt(2 * HOUR)).toBeCloseTo(0.15 / 8, 10);
    expect(weightAt(2 * HOUR + MINUTE)).toBe(0);
    expect(SHOWN_TO_ACCEPTED).toBe(IN_CONTEXT);
  });

  it('earns a little less when an assistant in a process of its own was shown it', () => {
    const { task } = shown(fact, 0).exposure;
    const by = (fields: Partial<Task>) =>
      judge(
        stands,
        [shown(correction, 10 * MINUTE, { session: 'n_2', task: { ...task, ...fields } })],
        NOW,
      )[0]?.weight;
    expect(by({ door: 'mcp' })).toBeCloseTo(0.15 * 0.8, 10);
    expect(by({ door: 'tool' })).toBeUndefined();
    expect(by({ door: 'mcp', repo: undefined })).toBeUndefined();
  });

  it('weighs by the table that is given', () => {
    const [outcome] = judge(stands, [shown(correction, 10 * MINUTE)], NOW, [], () => 0.5);
    expect(outcome).toMatchObject({ weight: 0.5, evidence: 'survived 5min' });
  });
});

describe('several memories', () => {
  it('share one event, so that it is never worth more than its weight', () => {
    const twin = { ...correction, id: 'm_twin' };
    const outcomes = judge(
      signal('reverted', { text: GOOD }),
      [shown(correction, 9 * MINUTE), shown(twin, 9 * MINUTE)],
      NOW,
    );
    expect(outcomes.map((one) => one.weight)).toEqual([0.4, 0.4]);
  });

  it('an end that was seen is not counted again', () => {
    const original = 'const r = load(url);';
    const first = signal('survival', {
      checkpoint: '30s',
      accepted: GOOD,
      original,
      current: original,
      at: NOW - MINUTE,
    });
    const second = signal('survival', { accepted: GOOD, original, current: original });
    expect(of(second, correction, [first])).toEqual([]);
    expect(of(second, correction, [second])).toHaveLength(1);
  });
});

describe('the table of weights', () => {
  it('orders undo above rewriting above errors above tests above builds', () => {
    const { revertedAtOnce, rewrittenAway, diagnosticAppeared, testGreen, buildGreen } =
      EVIDENCE_WEIGHTS;
    const order = [revertedAtOnce, rewrittenAway, diagnosticAppeared, testGreen, buildGreen].map(
      (one) => one.weight,
    );
    expect(order).toEqual([...order].sort((one, other) => other - one));
  });

  it('gives a reason for each, and nothing implicit weighs as much as a word', () => {
    for (const { weight, because, within } of Object.values(EVIDENCE_WEIGHTS)) {
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThan(1);
      expect(within).toBeGreaterThan(0);
      expect(because.length).toBeGreaterThan(20);
    }
  });
});

describe('verdictOutcome', () => {
  it.each(VERDICTS)('%s counts in full', (verdict) => {
    const { exposure } = shown(correction, MINUTE);
    const outcome = verdictOutcome(exposure, verdict, NOW);
    expect(Outcome.parse(outcome)).toMatchObject({
      exposure: exposure.id,
      memory: correction.id,
      verdict,
      weight: 1,
    });
  });
});
