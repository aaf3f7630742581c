import type {
  BoundarySpec,
  CommandSpec,
  DetectorSpec,
  PatternSpec,
  SpecOf,
} from '../../memory/detector';
import type { Translate } from '../translate';

/** What a detector looks for, line by line, as far as words and patterns say it. */
export function specLines(spec: DetectorSpec, t: Translate): string[] {
  switch (spec.kind) {
    case 'lint':
      return [
        t('ESLint rule: {0}', spec.rule),
        ...(spec.options.length === 0 ? [] : [t('with options {0}', JSON.stringify(spec.options))]),
      ];
    case 'pattern':
      return [...patternLines(spec, t), ...fileLines(spec.files, t)];
    case 'boundary':
      return [
        ...boundaryLines(spec, t),
        ...(spec.languages === undefined ? [] : [t('In {0}', spec.languages.join(', '))]),
      ];
    case 'text':
      return [
        textDemand(spec, t),
        expression(spec),
        ...(spec.languages === undefined ? [] : [t('In {0}', spec.languages.join(', '))]),
        ...fileLines(spec.files, t),
      ];
    case 'command':
      return commandLines(spec, t);
    case 'commit':
      return [
        spec.demand === 'forbid'
          ? t('Must not be in the {0}:', spec.of)
          : t('Must be in the {0}:', spec.of),
        expression(spec),
      ];
  }
}

/** Languages whose code is meant alike stand together. */
function patternLines({ breach }: PatternSpec, t: Translate): string[] {
  const byForm = new Map<string, string[]>();
  for (const [language, rule] of Object.entries(breach)) {
    const { pattern, ...rest } = rule;
    const plain = typeof pattern === 'string' && Object.keys(rest).length === 0;
    const form = plain ? pattern : JSON.stringify(rule, null, 2);
    byForm.set(form, [...(byForm.get(form) ?? []), language]);
  }
  return [...byForm].flatMap(([form, languages]) => [
    t('Code of this form in {0}:', languages.join(', ')),
    ...form.split('\n').map((line) => `  ${line}`),
  ]);
}

function fileLines(files: PatternSpec['files'], t: Translate): string[] {
  return [
    ...(files && files.only.length > 0 ? [t('Only in {0}', files.only.join(', '))] : []),
    ...(files && files.except.length > 0 ? [t('Not in {0}', files.except.join(', '))] : []),
  ];
}

function textDemand({ demand, where }: SpecOf<'text'>, t: Translate): string {
  switch (demand) {
    case 'forbid':
      return t('Must not be found ({0}):', where);
    case 'require':
      return t('Must be found ({0}):', where);
    case 'every':
      return t('Each must read so ({0}):', where);
  }
}

function expression(spec: SpecOf<'text'> | SpecOf<'commit'>): string {
  return `  /${spec.expression}/${spec.ignoreCase ? 'i' : ''}`;
}

function boundaryLines({ check }: BoundarySpec, t: Translate): string[] {
  switch (check.of) {
    case 'imports':
      return [
        t('{0} must not import {1}', check.from, check.to.join(', ')),
        ...exceptLines(check.except, t),
      ];
    case 'companion':
      return [
        check.absent
          ? t('Beside {0} there must be none of {1}', check.files, check.beside.join(', '))
          : t('Beside {0} there must be one of {1}', check.files, check.beside.join(', ')),
        ...exceptLines(check.except, t),
      ];
    case 'name':
      return [t('{0} must be named in {1}', check.files, check.style)];
    case 'forbidden':
      return [t('There must be no {0}', check.files)];
    case 'size':
      return [
        check.unit === 'file'
          ? t('A file must have at most {0} lines', check.lines)
          : t('A function must have at most {0} lines', check.lines),
      ];
  }
}

function exceptLines(except: readonly string[] | undefined, t: Translate): string[] {
  return except === undefined || except.length === 0 ? [] : [t('Not in {0}', except.join(', '))];
}

function commandLines(spec: CommandSpec, t: Translate): string[] {
  const { commands, except = [], after, branches, naming, instead } = spec;
  const shown = (shapes: readonly (readonly string[])[]): string =>
    shapes.map((words) => words.join(' ')).join(', ');
  return [
    after === undefined
      ? t('Must not be run: {0}', shown(commands))
      : t('Must be run only after {0}: {1}', shown(after), shown(commands)),
    ...(except.length === 0 ? [] : [t('Fine is: {0}', shown(except))]),
    ...(branches === undefined ? [] : [t('On branches: {0}', branches.join(', '))]),
    ...(naming === undefined ? [] : [t('Where it names: {0}', naming.join(', '))]),
    ...(instead === undefined ? [] : [t('Instead: {0}', instead)]),
  ];
}
