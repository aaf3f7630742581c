import { describe, expect, it } from 'vitest';
import { asSarif } from '../../../../src/cli/check/as-sarif';
import { asText, summary } from '../../../../src/cli/check/as-text';
import type { CheckReport, Found } from '../../../../src/cli/check/found';
import type { FoundBreach } from '../../../../src/memory/breach';
import { memory } from '../../store/words';
import { sarifFaults } from './sarif-schema';

const TEXT = 'let a;\n  var b = 1;\n  var b = 1;\n';
const BREACH: FoundBreach = {
  rule: 'm_1',
  text: 'Never write\nvar',
  force: 'never',
  kind: 'text',
  path: 'src/ä b.ts',
  start: 9,
  end: 12,
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 6,
  message: 'found “var”',
  reason: 'It is old',
  alternative: 'let',
  fixes: [{ title: 'Write let', edits: [{ start: 9, end: 12, text: 'let' }] }],
};
const FOUND: Found[] = [
  { breach: BREACH, text: TEXT },
  { breach: { ...BREACH, start: 22, end: 25, line: 3, endLine: 3, fixes: [] }, text: TEXT },
];
const {
  path: _path,
  message: _message,
  reason: _reason,
  alternative: _alternative,
  ...BARE
} = BREACH;
const COMMAND: Found = {
  breach: { ...BARE, rule: 'm_2', text: 'Prefer pnpm', force: 'prefer', kind: 'command', line: 1 },
  text: 'npm i',
  of: 'command',
};
const REPORT: CheckReport = {
  found: [...FOUND, COMMAND],
  off: [{ rule: 'm_9', reason: 'It was slow.' }],
  rules: [
    {
      memory: { ...memory('1'), id: 'm_1', text: 'Never write var' },
      detector: {
        spec: {
          kind: 'text',
          expression: 'var',
          ignoreCase: false,
          where: 'file',
          demand: 'forbid',
        },
        state: 'on',
      },
      opportunities: 0,
      kept: 0,
      broken: 0,
      overridden: 0,
      fixed: 0,
      precision: 1,
    },
    {
      memory: memory('3'),
      opportunities: 0,
      kept: 0,
      broken: 0,
      overridden: 0,
      fixed: 0,
      precision: 1,
    },
  ],
};

describe('as compilers print it', () => {
  it('tells the place, the rule’s words, and below them why and how to mend it', () => {
    expect(asText([...FOUND.slice(0, 1), COMMAND]).split('\n')).toEqual([
      'src/ä b.ts:2:3: error: Never write var (found “var”) [never m_1]',
      '  why: It is old',
      '  instead: let',
      '  fix: Write let',
      'command:1:3: warning: Prefer pnpm [prefer m_2]',
      '  fix: Write let',
      '',
    ]);
    expect(summary(REPORT.found)).toBe('2 errors, 1 warning');
  });
});

describe('as SARIF', () => {
  it('is valid by the published schema', () => {
    expect(sarifFaults(asSarif(REPORT))).toEqual([]);
    expect(sarifFaults(asSarif({ found: [], off: [], rules: [] }))).toEqual([]);
  });

  it('is held by that schema: what is wrong is told', () => {
    expect(sarifFaults({ ...asSarif(REPORT), version: '2.0.0' })).not.toEqual([]);
    expect(sarifFaults({ version: '2.1.0', runs: [{ results: [] }] })).not.toEqual([]);
  });

  it('holds rules, places, levels, fixes, and prints of breaches that stay', () => {
    const sarif = asSarif(REPORT);
    expect(sarif).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Mneme', rules: [{ id: 'm_1' }] } },
          invocations: [{ toolExecutionNotifications: [{ associatedRule: { id: 'm_9' } }] }],
          results: [
            {
              ruleId: 'm_1',
              ruleIndex: 0,
              level: 'error',
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'src/%C3%A4%20b.ts' },
                    region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 6 },
                  },
                },
              ],
              fixes: [
                {
                  artifactChanges: [
                    {
                      replacements: [
                        {
                          deletedRegion: { charOffset: 9, charLength: 3 },
                          insertedContent: { text: 'let' },
                        },
                      ],
                    },
                  ],
                },
              ],
            },
            { level: 'error' },
            {
              level: 'warning',
              locations: [{ logicalLocations: [{ name: 'npm i', kind: 'command' }] }],
            },
          ],
        },
      ],
    });
    const prints = (of: Found[]) =>
      JSON.stringify(asSarif({ ...REPORT, found: of })).match(/"mnemeBreach\/v1":"\w+"/g);
    const [first, second] = prints(FOUND) ?? [];
    expect(first).not.toBe(second);
    const moved = FOUND.map(({ breach, text }) => ({
      breach: { ...breach, start: breach.start + 2, end: breach.end + 2 },
      text: `\n\n${text}`,
    }));
    expect(prints(moved)).toEqual([first, second]);
  });
});
