import type { BoundarySpec, CommandSpec, DetectorSpec } from '../../memory/detector';
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
      return Object.entries(spec.breach).flatMap(([language, rule]) => [
        t('Code in {0} of this form:', language),
        ...indented(rule),
      ]);
    case 'boundary':
      return boundaryLines(spec, t);
    case 'text':
      return [
        spec.demand === 'forbid'
          ? t('Must not be found ({0}):', spec.where)
          : t('Must be found ({0}):', spec.where),
        `  /${spec.expression}/${spec.ignoreCase ? 'i' : ''}`,
      ];
    case 'command':
      return commandLines(spec, t);
    case 'commit':
      return [
        spec.demand === 'forbid'
          ? t('Must not be in the {0}:', spec.of)
          : t('Must be in the {0}:', spec.of),
        `  /${spec.expression}/${spec.ignoreCase ? 'i' : ''}`,
      ];
  }
}

function boundaryLines({ check }: BoundarySpec, t: Translate): string[] {
  switch (check.of) {
    case 'imports':
      return [t('{0} must not import {1}', check.from, check.to.join(', '))];
    case 'companion':
      return [
        check.absent
          ? t('Beside {0} there must be none of {1}', check.files, check.beside.join(', '))
          : t('Beside {0} there must be one of {1}', check.files, check.beside.join(', ')),
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

function commandLines({ commands, after, branches, instead }: CommandSpec, t: Translate): string[] {
  const shown = (shapes: readonly (readonly string[])[]): string =>
    shapes.map((words) => words.join(' ')).join(', ');
  return [
    after === undefined
      ? t('Must not be run: {0}', shown(commands))
      : t('Must be run only after {0}: {1}', shown(after), shown(commands)),
    ...(branches === undefined ? [] : [t('On branches: {0}', branches.join(', '))]),
    ...(instead === undefined ? [] : [t('Instead: {0}', instead)]),
  ];
}

function indented(value: unknown): string[] {
  return JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => `  ${line}`);
}
