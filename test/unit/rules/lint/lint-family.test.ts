import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HumanError } from '../../../../src/memory/human-error';
import type { LintSpec } from '../../../../src/memory/detector';
import type { CheckedFile, Fix } from '../../../../src/rules/detector';
import { LintFamily } from '../../../../src/rules/lint/lint-family';
import type { Said } from '../../../../src/rules/said';
import { saidOf } from '../../../../src/rules/words/said';

const family = new LintFamily();

function lint(rule: string, ...options: LintSpec['options']): LintSpec {
  return { kind: 'lint', rule, options };
}

function file(text: string, language = 'javascript'): CheckedFile {
  const tree = { has: () => false, within: () => [] };
  return { kind: 'file', path: 'src/example', language, text, tree };
}

async function texts(
  spec: LintSpec,
  text: string,
  language?: string,
): Promise<string[] | undefined> {
  const detector = await family.prepare(spec);
  return detector
    .check(file(text, language))
    ?.breaches.map(({ start, end }) => text.slice(start, end));
}

function mended(text: string, fix: Fix | undefined): string {
  return (fix?.edits ?? []).reduceRight(
    (all, { start, end, text: becomes }) => all.slice(0, start) + becomes + all.slice(end),
    text,
  );
}

describe('LintFamily.compile', () => {
  const said = (text: string, more: Partial<Said> = {}): Said => ({ ...saidOf(text)[0]!, ...more });

  it('makes a rule of a sentence, and says which', async () => {
    const compiled = await family.compile(said('Use single quotes.'));
    expect(compiled?.spec).toEqual(lint('quotes', 'single', { avoidEscape: true }));
    expect(compiled?.shown).toBe('ESLint: quotes ("single", {"avoidEscape":true})');
  });

  it('is for JavaScript and TypeScript alone', async () => {
    const sentence = 'Indent with 4 spaces.';
    expect(await family.compile(said(sentence, { languages: ['python'] }))).toBeUndefined();
    expect(await family.compile(said(sentence, { glob: 'src/**/*.{css,scss}' }))).toBeUndefined();
    expect(await family.compile(said(sentence, { glob: 'src/**/*.tsx' }))).toBeDefined();
    expect(await family.compile(said(sentence, { languages: ['typescript'] }))).toBeDefined();
  });

  it('reads each of several demands by its own words', async () => {
    const all = saidOf('Always use semicolons, and never use var.');
    const found = await Promise.all(all.map((one) => family.compile(one)));
    expect(found.map((compiled) => compiled?.spec.rule)).toEqual(['semi', 'no-var']);
  });
});

describe('LintFamily.prepare', () => {
  it('finds breaches with their offsets, messages and fixes', async () => {
    const text = '\uFEFFlet a = 1;\r\nvar b = a;\r\n';
    const detector = await family.prepare(lint('no-var'));
    const [breach] = detector.check(file(text))?.breaches ?? [];
    expect(text.slice(breach?.start, breach?.end)).toBe('var b = a;');
    expect(breach?.message).toContain('Unexpected var');
    expect(mended(text, breach?.fixes[0])).toBe('\uFEFFlet a = 1;\r\nlet b = a;\r\n');
  });

  it('gives suggestions as fixes, with what they do', async () => {
    const text = 'console.log(1);\nok();\n';
    const detector = await family.prepare(lint('no-console'));
    const [breach] = detector.check(file(text))?.breaches ?? [];
    expect(breach?.fixes[0]?.title).toBe('Remove the console.log().');
    expect(mended(text, breach?.fixes[0])).toBe('\nok();\n');
  });

  it('reads TypeScript and TSX, with the rule that knows their syntax', async () => {
    const spec = lint('no-useless-constructor');
    const own = 'class A { private constructor() {} }\nclass B { public constructor() {} }\n';
    expect(await texts(spec, own, 'typescript')).toHaveLength(1);
    const any = lint('@typescript-eslint/no-explicit-any');
    expect(await texts(any, 'const a: any = <b />;', 'typescriptreact')).toEqual(['any']);
    expect(await texts(any, 'const a = 1;', 'javascript')).toBeUndefined();
  });

  it('reads modules, scripts and JSX', async () => {
    expect(await texts(lint('no-var'), 'import a from "a"; var b = <i />;')).toEqual([
      'var b = <i />;',
    ]);
    expect(await texts(lint('no-with'), 'with (a) { b(); }')).toHaveLength(1);
    expect(await texts(lint('no-implicit-globals'), 'var a = 1;')).toHaveLength(1);
    expect(await texts(lint('no-implicit-globals'), 'exports.a = 1; var b = 2;')).toEqual([]);
  });

  it('knows the names that are there without a declaration', async () => {
    expect(await texts(lint('no-undef'), 'window.alert(process.pid, gone);')).toEqual(['gone']);
    expect(await texts(lint('no-undef'), 'gone();', 'typescript')).toBeUndefined();
  });

  it('heeds comments that switch it off, and no others', async () => {
    const spec = lint('no-var');
    expect(await texts(spec, 'var a; // eslint-disable-line no-var')).toEqual([]);
    expect(await texts(spec, '/* eslint-disable */ var a;')).toEqual([]);
    expect(await texts(spec, 'var a; // eslint-disable-line no-eval')).toHaveLength(1);
    expect(await texts(spec, '/* eslint no-eval: 2, no-var: [2, 3] */ eval("a"); let b;')).toEqual(
      [],
    );
  });

  it('says nothing of what is no program, nor of other languages', async () => {
    expect(await texts(lint('no-var'), 'var = ;')).toBeUndefined();
    expect(await texts(lint('no-var'), 'var a', 'python')).toBeUndefined();
    const detector = await family.prepare(lint('no-var'));
    expect(detector.check({ kind: 'command', line: 'var a', earlier: [] })).toBeUndefined();
  });

  it('refuses rules and options that there are not', async () => {
    await expect(family.prepare(lint('no-such-rule'))).rejects.toThrow(HumanError);
    await expect(family.prepare(lint('quotes', 'triple'))).rejects.toThrow(HumanError);
    await expect(family.prepare(lint('max-params', { max: 'many' }))).rejects.toThrow(HumanError);
  });

  it('comes to no harm by whatever a file holds', async () => {
    const detectors = await Promise.all(
      [lint('indent', 2), lint('no-unused-vars'), lint('prefer-const')].map((spec) =>
        family.prepare(spec),
      ),
    );
    const piece = fc.constantFrom(
      'var ',
      'a',
      '(',
      ')',
      '{',
      '}',
      '=>',
      '`',
      '${',
      '/*',
      '*/',
      '\n',
      ';',
      '<',
      '\u2028',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('javascript', 'typescript', 'typescriptreact'),
        (source, language) => {
          for (const detector of detectors) {
            for (const { start, end } of detector.check(file(source, language))?.breaches ?? []) {
              expect(start).toBeGreaterThanOrEqual(0);
              expect(end).toBeLessThanOrEqual(source.length);
              expect(start).toBeLessThanOrEqual(end);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
    const deep = file(`${'['.repeat(20_000)}${']'.repeat(20_000)}`);
    expect(() => detectors.map((detector) => detector.check(deep))).not.toThrow();
  });
});
