import * as eslint from 'eslint/use-at-your-own-risk';
import { describe, expect, it } from 'vitest';
import { FaultFinder } from '../../../../src/rules/lint/fault-finder';
import { FAULT_RULES } from '../../../../src/rules/lint/fault-rules';

const finder = new FaultFinder();
const rulesIn = async (text: string, language = 'javascript'): Promise<string[] | undefined> =>
  (await finder.faultsOf(text, language))?.map(({ rule }) => rule);

describe('the faults of a piece of code', () => {
  it('are found where they stand, with the kind of their rule', async () => {
    const text = 'if (a == b) {\n  go();\n}';
    const [fault] = (await finder.faultsOf(text, 'javascript')) ?? [];
    expect(fault).toMatchObject({ rule: 'eqeqeq', kind: 'suggestion' });
    expect(text.slice(fault?.start, fault?.end)).toBe('==');
  });

  it('are none that only a whole program shows', async () => {
    expect(await rulesIn('const total = sum(list);')).toEqual([]);
  });

  it('are told in TypeScript by rules that know it', async () => {
    expect(await rulesIn('const x: any = load();', 'typescript')).toEqual([
      '@typescript-eslint/no-explicit-any',
    ]);
    expect(await rulesIn('if (x === NaN) go();', 'typescriptreact')).toContain('use-isnan');
  });

  it('are not silenced by comments', async () => {
    expect(await rulesIn('/* eslint-disable */\nif (a == b) go();')).toContain('eqeqeq');
    expect(await rulesIn('/* eslint no-ternary: "error" */\nconst x = a ? b : c;')).toEqual([]);
  });

  it('are unknown where nothing can read the code, or no linter knows the language', async () => {
    expect(await rulesIn('}) => {')).toBeUndefined();
    expect(await rulesIn('x = 1', 'python')).toBeUndefined();
  });

  it('are told by rules that there are, of the kind they say', () => {
    // The only list of them that ESLint has; it is called deprecated for its other uses.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const { builtinRules } = eslint;
    for (const [name, kind] of FAULT_RULES)
      expect([name, builtinRules.get(name)?.meta?.type]).toEqual([name, kind]);
  });
});
