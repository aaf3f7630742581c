import type { DetectorSpec } from '../../src/memory/detector';

/** Rules of ESLint and typescript-eslint that need no options and no types. */
const LINT = `eqeqeq no-var prefer-const no-debugger no-alert no-eval no-implied-eval no-new-func
  no-console no-empty no-else-return no-nested-ternary no-param-reassign no-shadow no-undef-init
  no-unneeded-ternary no-useless-concat no-useless-return no-with object-shorthand prefer-template
  prefer-spread prefer-rest-params prefer-arrow-callback curly default-case dot-notation yoda
  no-throw-literal no-return-assign no-sequences no-self-compare radix
  @typescript-eslint/no-explicit-any @typescript-eslint/no-non-null-assertion
  @typescript-eslint/no-inferrable-types @typescript-eslint/consistent-type-definitions
  @typescript-eslint/array-type @typescript-eslint/no-namespace @typescript-eslint/ban-ts-comment`
  .split(/\s+/)
  .map((rule): DetectorSpec => ({ kind: 'lint', rule, options: [] }));

const SCRIPTS = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];
const pattern = (languages: readonly string[], shape: string): DetectorSpec => ({
  kind: 'pattern',
  breach: Object.fromEntries(languages.map((language) => [language, { pattern: shape }])),
});
const PATTERN = [
  ...`console.debug($$$A)|document.write($$$A)|localStorage.getItem($$$A)|setTimeout($A)|JSON.parse(JSON.stringify($A))|$A.forEach($$$B)|new Date()|Math.random()|fetch($$$A)|require($A)|process.exit($$$A)|Object.assign($$$A)|Array($A)|new Array($$$A)|$A.innerHTML = $B|parseInt($A)|isNaN($A)|window.open($$$A)|Promise.race($$$A)|eval($A)`
    .split('|')
    .map((shape) => pattern(SCRIPTS, shape)),
  ...'print($$$A)|eval($A)|os.system($A)|open($A)|time.sleep($A)'
    .split('|')
    .map((shape) => pattern(['python'], shape)),
  ...'fmt.Println($$$A)|panic($A)|os.Exit($A)|log.Fatal($$$A)|ioutil.ReadAll($A)'
    .split('|')
    .map((shape) => pattern(['go'], shape)),
];

const BOUNDARY: DetectorSpec[] = [
  ...['**/base/**', '**/platform/**', '**/common/**', '**/utils/**'].map((from): DetectorSpec => ({
    kind: 'boundary',
    check: { of: 'imports', from, to: ['**/electron-main/**', '**/cli/**'] },
  })),
  ...['**/*.component.ts', '**/*Service.ts'].map((files): DetectorSpec => ({
    kind: 'boundary',
    check: { of: 'companion', files, beside: ['{name}.test.{extension}'], absent: false },
  })),
  { kind: 'boundary', check: { of: 'name', files: '**/*.tsx', style: 'PascalCase' } },
  { kind: 'boundary', check: { of: 'forbidden', files: '**/*.orig' } },
  { kind: 'boundary', check: { of: 'size', unit: 'file', lines: 1000 } },
  { kind: 'boundary', check: { of: 'size', unit: 'function', lines: 100 } },
];

const text = (
  expression: string,
  where: 'file' | 'head' | 'comments' | 'strings',
  demand: 'forbid' | 'require' = 'forbid',
): DetectorSpec => ({ kind: 'text', expression, ignoreCase: true, where, demand });
const TEXT = [
  ...['TODO', 'FIXME', 'XXX', 'HACK', '@author', 'eslint-disable', '@ts-ignore', 'simply'].map(
    (word) => text(word, 'comments'),
  ),
  ...['http://', 'password', 'lorem ipsum', 'whitelist', 'blacklist', 'localhost'].map((word) =>
    text(word, 'strings'),
  ),
  ...['[ \\t]+$', '\\t', '<<<<<<<', 'debugger', 'BEGIN [A-Z ]*PRIVATE KEY'].map((word) =>
    text(word, 'file'),
  ),
  text('copyright', 'head', 'require'),
];

/** A hundred rules: 40 lint rules, 30 patterns, 10 boundaries, 20 of text. */
export const RULES: readonly DetectorSpec[] = [...LINT, ...PATTERN, ...BOUNDARY, ...TEXT];
export const LINT_RULES: readonly DetectorSpec[] = LINT;
