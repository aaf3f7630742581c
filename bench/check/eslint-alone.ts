import { Linter } from 'eslint';
import { parser, plugin } from 'typescript-eslint';
import type { DetectorSpec } from '../../src/memory/detector';
import type { Runner } from './main';

/** ESLint by itself, as a project would set it up: all rules in one pass over a file. */
export function eslintAlone(specs: readonly DetectorSpec[]): Promise<Runner> {
  const linter = new Linter({ configType: 'flat' });
  const rules = Object.fromEntries(
    specs.flatMap((spec) => (spec.kind === 'lint' ? [[spec.rule, 'error'] as const] : [])),
  );
  const config = {
    files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
    plugins: { '@typescript-eslint': plugin },
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    rules,
  };
  return Promise.resolve({
    rules: specs.length,
    off: 0,
    check({ path, text }) {
      const messages = linter.verify(text, [config], {
        filename: path,
      });
      return Promise.resolve(messages.filter(({ ruleId }) => ruleId !== null).length);
    },
  });
}
