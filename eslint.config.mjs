import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

/** The walls of docs/architecture.md: what each folder of src/ may import of src/. */
const WALLS = {
  memory: [],
  store: ['memory'],
  index: ['memory'],
  protocol: ['memory'],
  recall: ['memory', 'store', 'index', 'protocol'],
  learning: ['memory', 'store', 'index', 'protocol'],
  rules: ['memory', 'store', 'index', 'protocol'],
  upkeep: ['memory', 'store', 'index', 'protocol', 'recall', 'learning', 'rules'],
  editor: ['memory', 'protocol', 'engine/worker-client.ts'],
  cli: ['memory', 'protocol', 'engine'],
  'extension.ts': ['memory', 'protocol', 'editor', 'engine/worker-client.ts'],
};

/** Packages that one folder alone may see; the words say what to use elsewhere. */
const PACKAGES = [
  {
    name: 'vscode',
    only: ['src/editor/**', 'src/extension.ts', 'test/integration/**', 'bench/**'],
    message: 'Only editor/ and extension.ts see the editor.',
  },
  { name: '@vscode/sqlite3', only: ['src/store/**'], message: 'Only store/ sees SQLite.' },
  { name: '@orama/orama', only: ['src/index/**'], message: 'Only index/ sees Orama.' },
  {
    name: '@vscode/webview-ui-toolkit',
    only: ['webview/toolkit.ts'],
    message: 'The toolkit is deprecated upstream: webview/toolkit.ts alone registers it.',
  },
];

const FLAT_LANGUAGE = [
  { selector: 'TSEnumDeclaration', message: 'Use a list of literals and z.enum.' },
  {
    selector: ':matches(PropertyDefinition, MethodDefinition)[accessibility="private"]',
    message: 'Use #private.',
  },
  { selector: 'TSParameterProperty[accessibility="private"]', message: 'Use #private.' },
];

const TYPESCRIPT = ['**/*.ts'];

/** @type {import('eslint').Rule.RuleModule} */
const restrictedImports = /** @type {any} */ (ts.plugin).rules['no-restricted-imports'];

/** A file is checked by the entry whose `files` it matches; each package has its own. */
const packageWalls = PACKAGES.map(({ name, only, message }, at) => ({
  files: TYPESCRIPT,
  ignores: only,
  plugins: { [`wall-${at}`]: { rules: { package: restrictedImports } } },
  rules: {
    [`wall-${at}/package`]: /** @type {['error', object]} */ ([
      'error',
      { patterns: [{ regex: `^${name}(/|$)`, message }] },
    ]),
  },
}));

export default defineConfig(
  globalIgnores(['dist/', 'out/', 'artefacts/', 'coverage/', 'test/fixtures/', 'scripts/sample/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  // What is defined is for the type checker to say: it reads the JSDoc of scripts too.
  { files: ['**/*.mjs', '**/*.cjs'], rules: { 'no-undef': 'off' } },
  {
    files: TYPESCRIPT,
    extends: [ts.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.mjs'] })] },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...FLAT_LANGUAGE],
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: Object.entries(WALLS).map(([folder, may]) => ({
            target: `./src/${folder}`,
            from: './src',
            except: [folder, ...may].map((name) => `./${name}`),
            message: `${folder} may import: ${may.join(', ') || 'nothing of ours'}.`,
          })),
        },
      ],
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
  packageWalls,
  {
    // The panel runs in a browser: of src/ it may run the protocol alone, and take types of the words.
    files: ['webview/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/src/(?!protocol/|memory/)',
              message: 'The panel sees protocol/ and types of memory/ only.',
            },
            { regex: '/src/memory/', allowTypeImports: true, message: 'Types of memory/ only.' },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['*.config.ts'], rules: { 'import-x/no-default-export': 'off' } },
);
