import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import { walls } from './scripts/walls.mjs';

const FLAT_LANGUAGE = [
  { selector: 'ExportDefaultDeclaration', message: 'Give it a name.' },
  { selector: 'TSEnumDeclaration', message: 'Use a list of literals and z.enum.' },
  {
    selector: ':matches(PropertyDefinition, MethodDefinition)[accessibility="private"]',
    message: 'Use #private.',
  },
  { selector: 'TSParameterProperty[accessibility="private"]', message: 'Use #private.' },
];

const TYPESCRIPT = ['**/*.ts'];

export default defineConfig(
  globalIgnores(['dist/', 'out/', 'artefacts/', 'coverage/', 'test/fixtures/', 'scripts/sample/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  // What is defined is for the type checker to say: it reads the JSDoc of scripts too.
  { files: ['**/*.mjs', '**/*.cjs'], rules: { 'no-undef': 'off' } },
  {
    files: TYPESCRIPT,
    extends: [ts.configs.strictTypeChecked],
    plugins: { mneme: { rules: { walls } } },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...FLAT_LANGUAGE],
      'mneme/walls': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
