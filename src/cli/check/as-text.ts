import { levelOf, type Found } from './found';

/** Breaches as compilers tell them: `path:line:column: error: …`, and below each why and how to mend it. */
export function asText(found: readonly Found[]): string {
  return found
    .map(({ breach, of }) => {
      const { line, column, force, text, message, reason, alternative, fixes, rule } = breach;
      const place = `${breach.path ?? of ?? ''}:${line}:${column}`;
      const told = message === undefined ? '' : ` (${message})`;
      const below = [
        reason !== undefined && `why: ${reason}`,
        alternative !== undefined && `instead: ${alternative}`,
        ...fixes.map(({ title }) => `fix: ${title}`),
      ];
      return [
        `${place}: ${levelOf(force)}: ${oneLine(text)}${told} [${force} ${rule}]`,
        ...below.flatMap((words) => (words === false ? [] : [`  ${oneLine(words)}`])),
        '',
      ].join('\n');
    })
    .join('');
}

/** How many were found, in words. */
export function summary(found: readonly Found[]): string {
  const errors = found.filter(({ breach }) => levelOf(breach.force) === 'error').length;
  const count = (n: number, name: string): string => `${n} ${name}${n === 1 ? '' : 's'}`;
  return `${count(errors, 'error')}, ${count(found.length - errors, 'warning')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
