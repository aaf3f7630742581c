import { describe, expect, it } from 'vitest';
import { rulePage } from '../../../../src/editor/documents/rule-page';
import { rulesPage } from '../../../../src/editor/documents/rules-page';
import type { Rendered } from '../../../../src/editor/documents/page';
import {
  breachWords,
  fixesTogether,
  gradeOf,
  placeOf,
} from '../../../../src/editor/rules/breach-place';
import { breachTooltip } from '../../../../src/editor/rules/breach-tooltip';
import { byAuthor, sharesByWeek } from '../../../../src/editor/rules/compliance-sums';
import { stateOf } from '../../../../src/editor/rules/rule-words';
import { specLines } from '../../../../src/editor/rules/spec-lines';
import { groupRules, waiting } from '../../../../src/editor/views/rule-groups';
import { ruleParts, ruleRow } from '../../../../src/editor/views/rule-row';
import type { ComplianceWeek } from '../../../../src/memory/compliance';
import { FORCES } from '../../../../src/memory/directive';
import { english } from '../english';
import { aBreach, aRule } from './a-rule';

const NOW = Date.UTC(2026, 4, 14, 12);
const WEEK = 7 * 24 * 60 * 60 * 1000;
const NEVER = { opportunities: 0, kept: 0, broken: 0, overridden: 0, fixed: 0 };
const WEEKS: ComplianceWeek[] = [
  {
    ...NEVER,
    from: NOW - WEEK + 1,
    author: 'copilot',
    opportunities: 4,
    kept: 1,
    broken: 3,
    fixed: 2,
  },
  { ...NEVER, from: NOW - WEEK + 1, author: 'human', opportunities: 2, kept: 2 },
  { ...NEVER, from: NOW - 3 * WEEK, author: 'copilot', opportunities: 1, kept: 1 },
];
const MET = { opportunities: 7, kept: 4, broken: 3, fixed: 2, overridden: 1, lastBroken: NOW };

function linksOf({ links }: Rendered): unknown[] {
  return links.map(({ text, command, arguments: given }) => [text, command, ...given]);
}

describe('a breach', () => {
  it('is underlined where it stands; a long one in its first line, one of no length in its line', () => {
    expect(placeOf(aBreach())).toEqual({ line: 1, column: 0, endLine: 1, endColumn: 3 });
    expect(placeOf(aBreach({ endLine: 90, endColumn: 1 }))).toMatchObject({ endLine: 1 });
    expect(placeOf(aBreach({ line: 1, column: 1, endLine: 1, endColumn: 1 }))).toMatchObject({
      line: 0,
      column: 0,
      endLine: 0,
    });
  });

  it('is told the more gravely, the stronger the rule', () => {
    expect(FORCES.map(gradeOf)).toEqual(['error', 'error', 'information', 'warning']);
  });

  it('is told in the rule’s words, and what is wrong here where that says more', () => {
    expect(breachWords(aBreach())).toBe('Never use var');
    expect(breachWords(aBreach({ message: 'Unexpected var.' }))).toBe(
      'Never use var\nUnexpected var.',
    );
    expect(breachWords(aBreach({ message: 'use var' }))).toBe('Never use var');
  });

  it('of several, mends those that do not touch each other', () => {
    const fix = (start: number, end: number) => ({ title: 'x', edits: [{ start, end, text: '' }] });
    const of = (...fixes: ReturnType<typeof fix>[]) => aBreach({ fixes });
    const [a, b, c, d] = [fix(0, 5), fix(4, 8), fix(8, 9), fix(8, 8)];
    expect(fixesTogether([of(a), of(b), of(c), of(d), of()])).toEqual([a, c]);
  });

  it('says in its hover why, since when and how it is kept, and lets no foreign markup live', () => {
    const reason = 'it hoists [x](command:evil)';
    const text = breachTooltip(
      aBreach({ reason, alternative: 'const' }),
      aRule(MET),
      WEEKS,
      english,
    );
    expect(text).toContain('Because: it hoists \\[x\\]\\(command\\:evil\\)');
    expect(text).toContain('Instead: const');
    expect(text).toContain('kept 4 of 7 · you\\: kept 2 of 2\\, copilot\\: kept 2 of 5');
    expect(text.match(/\]\(command:[\w.]+/g)).toEqual([
      '](command:mneme.openRule',
      '](command:mneme.pauseRule',
    ]);
  });
});

describe('a rule in the tree', () => {
  it('tells how it stands, and how it was kept at its right edge', () => {
    const row = ruleRow(aRule(MET), english);
    expect(row).toMatchObject({
      label: 'Never use var',
      description: 'kept 4 of 7',
      context: 'rule;on;files',
      kept: { memory: 'm_1', share: 4 / 7 },
      command: { command: 'mneme.openRule', arguments: ['m_1'] },
    });
    expect(row.spoken).toContain('Never use var');
  });

  it('has a state for each way it can stand', () => {
    const { detector } = aRule();
    if (!detector) throw new Error('it has one');
    const proposed = { ...detector, state: 'proposed' } as const;
    const off = { ...detector, state: 'off', reason: 'It took 80 ms.' } as const;
    const advisory = aRule();
    delete advisory.detector;
    const rows = [
      aRule(),
      aRule({ paused: { branch: 'main' } }),
      aRule({ detector: proposed }),
      aRule({ detector: off }),
      advisory,
    ];
    expect(rows.map(stateOf)).toEqual(['on', 'paused', 'asking', 'off', 'advisory']);
    expect(rows.map((row) => ruleRow(row, english).description)).toEqual([
      'not met yet',
      'paused on main · not met yet',
      'waits for your yes',
      'off · not met yet',
      'advice only',
    ]);
    expect(new Set(rows.map((row) => ruleRow(row, english).icon)).size).toBe(5);
  });

  it('says under it why it asks, how it is checked, and how each author kept it', () => {
    const asks = { what: 'narrow', why: 'Overridden 4 of 6 times.' } as const;
    const parts = ruleParts(aRule({ ...MET, asks }), byAuthor(WEEKS), english);
    expect(parts.map(({ label, description }) => [label, description])).toEqual([
      ['Overridden 4 of 6 times.', undefined],
      ['ESLint rule: no-var', 'lint rule'],
      ['you', 'kept 2 of 2'],
      ['copilot', 'kept 2 of 5'],
      ['broken last', expect.any(String)],
      ['left as they are', '1'],
    ]);
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
  });

  it('stands first when it asks, then when it waits for a yes, then by how badly it is kept', () => {
    const asks = { what: 'archive', why: 'Never met in 90 days.' } as const;
    const { detector } = aRule();
    if (!detector) throw new Error('it has one');
    const rule = (id: string, parts: Parameters<typeof aRule>[0], repo?: string) =>
      aRule(parts, { id, text: id, scope: repo === undefined ? {} : { repo } });
    const advisory = rule('advice', {});
    delete advisory.detector;
    const groups = groupRules(
      [
        advisory,
        rule('good', { opportunities: 4, kept: 4 }),
        rule('bad', { opportunities: 4, kept: 1 }),
        rule('asking', { detector: { ...detector, state: 'proposed' } }),
        rule('off', { detector: { ...detector, state: 'off' } }),
        rule('asks', { asks }),
        rule('there', {}, 'other'),
        aRule({}, { id: 'gone', status: 'archived' }),
      ],
      ['here'],
    );
    const ids = (rows: readonly { memory: { id: string } }[]) =>
      rows.map(({ memory }) => memory.id);
    expect(ids(groups.first)).toEqual(['asks', 'asking', 'bad', 'good']);
    expect(ids(groups.advisory)).toEqual(['advice']);
    expect(ids(groups.off)).toEqual(['off']);
    expect(ids(groups.elsewhere)).toEqual(['there']);
    expect(waiting(groups)).toBe(2);
  });
});

describe('compliance', () => {
  it('is summed by author, people first, and by week', () => {
    expect(byAuthor(WEEKS).map(([author, { kept }]) => [author, kept])).toEqual([
      ['human', 2],
      ['copilot', 2],
    ]);
    expect(sharesByWeek(WEEKS, NOW, 4)).toEqual([1, undefined, undefined, 0.5]);
  });
});

describe('the page of rules', () => {
  const told = (rows: ReturnType<typeof aRule>[]) => ({
    rows,
    weeks: WEEKS,
    byRule: new Map([['m_1', WEEKS]]),
    now: NOW,
  });

  it('of none says what to do', () => {
    const page = rulesPage({ ...told([]), weeks: [] }, english);
    expect(page.text).not.toContain('## ');
    expect(linksOf(page)).toEqual([
      ['Add a Rule…', 'mneme.addRule'],
      ['Learn from This Repository', 'mneme.learn'],
    ]);
  });

  it('draws how each author keeps rules, tells what is asked, and leads to each rule', () => {
    const asks = { what: 'settle', why: 'It says the opposite of another.', other: 'm_2' } as const;
    const other = aRule({}, { id: 'm_2', text: 'Always use var' });
    const page = rulesPage(told([aRule({ ...MET, asks }), other]), english);
    expect(page.text).toContain('2 rules · 2 checked · 0 advice only');
    expect(page.text).toMatch(/you +2 +2 +0 +0 +0 +·{11}█ {2}100 %/);
    expect(page.text).toMatch(/copilot +5 +2 +3 +2 +0 +·{8}█··▃ {2}40 %/);
    expect(page.text).toContain('broken last');
    expect(linksOf(page)).toContainEqual(['Always use var', 'mneme.openRule', 'm_2']);
    expect(linksOf(page)).toContainEqual(['Pause…', 'mneme.pauseRule', 'm_1']);
    expect(linksOf(page)).toContainEqual(['Archive', 'mneme.archive', 'm_1']);
  });

  it('of one rule tells what it demands, how it is checked and how it is kept', () => {
    const page = rulePage(aRule(MET), WEEKS, NOW, english);
    expect(page.text).toMatch(/^# Never use var\n\non · shop · kept 4 of 7\n/);
    expect(page.text).toContain('Force: never');
    expect(page.text).toContain('ESLint rule: no-var');
    expect(page.text).toContain('Mended since: 2. Left as they are: 1.');
    const advisory = aRule();
    delete advisory.detector;
    expect(rulePage(advisory, [], NOW, english).text).toContain('It is not: nothing here can tell');
  });
});

describe('a detector in words', () => {
  it('says what it looks for, of every kind', () => {
    const text = { kind: 'text', ignoreCase: true, where: 'file', demand: 'forbid' } as const;
    const size = { of: 'size', unit: 'function', lines: 50 } as const;
    const shapes = [['npm', '**']];
    const lines = [
      specLines({ ...text, expression: 'todo' }, english),
      specLines({ kind: 'boundary', check: size }, english),
      specLines({ kind: 'command', commands: shapes, instead: 'pnpm' }, english),
      specLines(
        { kind: 'commit', of: 'subject', expression: '^x', ignoreCase: false, demand: 'require' },
        english,
      ),
      specLines({ kind: 'pattern', breach: { go: { pattern: 'panic($A)' } } }, english),
    ].map((one) => one.join(' '));
    expect(lines[0]).toBe('Must not be found (file):   /todo/i');
    expect(lines[1]).toBe('A function must have at most 50 lines');
    expect(lines[2]).toBe('Must not be run: npm ** Instead: pnpm');
    expect(lines[3]).toBe('Must be in the subject:   /^x/');
    expect(lines[4]).toBe('Code of this form in go:   panic($A)');
  });
});
