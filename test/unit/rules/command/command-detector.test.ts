import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandSpec } from '../../../../src/memory/detector';
import { CommandDetector } from '../../../../src/rules/command/command-detector';
import { GROUPS, isGroup, shapesOfGroup } from '../../../../src/rules/command/groups';
import type { CheckedCommand } from '../../../../src/rules/detector';
import { bash } from '../shell/parse';

const parse = await bash();

function check(
  spec: Omit<CommandSpec, 'kind'>,
  line: string,
  { earlier = [], branch }: Partial<CheckedCommand> = {},
) {
  return new CommandDetector({ kind: 'command', ...spec }, parse).check({
    kind: 'command',
    line,
    branch,
    earlier,
  });
}

describe('places and fixes', () => {
  /** What is marked, and the line once the first fix is made. */
  function mended(spec: Omit<CommandSpec, 'kind'>, line: string): string[] {
    const [breach] = check(spec, line)?.breaches ?? [];
    if (breach === undefined) return [];
    const marked = line.slice(breach.start, breach.end);
    const [edit] = breach.fixes[0]?.edits ?? [];
    return edit === undefined
      ? [marked]
      : [marked, line.slice(0, edit.start) + edit.text + line.slice(edit.end)];
  }
  const npm = { commands: [['npm']], instead: 'pnpm' };
  const after = { commands: [['git', 'commit']], after: [['npm', 'run', 'lint']] };
  it.each<[string, Omit<CommandSpec, 'kind'>, string[]]>([
    ['cd a && npm install', npm, ['npm', 'cd a && pnpm install']],
    ['npm install x -D', npm, ['npm', 'pnpm add x -D']],
    ['sudo npm ci', npm, ['npm', 'sudo pnpm install --frozen-lockfile']],
    ['npm run build', npm, ['npm', 'pnpm run build']],
    ['sh -c "npm i"', npm, ['npm', 'sh -c "pnpm install"']],
    ['pytest -x', { commands: [['pytest']], instead: 'make test' }, ['pytest', 'make test -x']],
    [
      'git push -u --force',
      { commands: [['git', 'push', '--force']] },
      ['git push -u --force', 'git push -u'],
    ],
    [
      'git push --force',
      { commands: [['git', 'push', '--force']], instead: '--force-with-lease' },
      ['git push --force', 'git push --force-with-lease'],
    ],
    ['git push -fu', { commands: [['git', 'push', '--force']] }, ['git push -fu']],
    ['git add . && git commit', after, ['git commit', 'git add . && npm run lint && git commit']],
    ['git commit', { ...after, after: [['<tests>']] }, ['git commit']],
    ['rm -r x -f', { commands: [['rm', '-rf']] }, ['rm -r x -f']],
  ])('%s', (line, spec, expected) => {
    expect(mended(spec, line)).toEqual(expected);
  });

  it('tells one breach of what runs another', () => {
    expect(check({ commands: [['npx', 'jest'], ['jest']] }, 'npx jest')?.breaches).toHaveLength(1);
    expect(check({ commands: [['npm']] }, 'npm i; npm t')?.breaches).toHaveLength(2);
  });
});

describe('what was kept', () => {
  it('is told where the rule applied', () => {
    const spec = { commands: [['git', 'push', '--force']] };
    expect(check(spec, 'git push')).toEqual({ breaches: [], kept: [{ start: 0, end: 8 }] });
    expect(check(spec, 'git status')).toBeUndefined();
    expect(check({ commands: [['npm']], instead: 'pnpm' }, 'pnpm i')?.kept).toHaveLength(1);
    expect(check({ commands: [['npm']] }, 'npm --version')).toBeUndefined();
  });

  it('says nothing of a branch that is not known', () => {
    const spec = { commands: [['git', 'push']], branches: ['main'] };
    expect(check(spec, 'git push')).toBeUndefined();
    expect(check(spec, 'git push', { branch: 'a' })?.kept).toHaveLength(1);
    expect(check(spec, 'git push', { branch: 'main' })?.breaches).toHaveLength(1);
  });
});

describe('what was run before in the session', () => {
  const spec = { commands: [['git', 'commit']], after: [['<tests>']] };
  it.each<[string, CheckedCommand['earlier'], string | undefined]>([
    ['nothing', [], 'Not run yet in this session: the tests'],
    ['tests that passed', [{ line: 'npm test', succeeded: true }], undefined],
    ['tests that failed', [{ line: 'npm test', succeeded: false }], 'Last time, the tests failed'],
    [
      'tests that failed, then passed',
      [
        { line: 'npm t', succeeded: false },
        { line: 'npx vitest', succeeded: true },
      ],
      undefined,
    ],
    [
      'tests that passed, then failed',
      [
        { line: 'npm t', succeeded: true },
        { line: 'npm t', succeeded: false },
      ],
      'Last time, the tests failed',
    ],
    [
      'an edit after them',
      [{ line: 'npm t', succeeded: true, edited: true }],
      'Code was changed since the tests last passed',
    ],
    [
      'a line of several that failed',
      [{ line: 'npm t && npm run deploy', succeeded: false }],
      'Not run yet in this session: the tests',
    ],
    [
      'something else',
      [{ line: 'npm run build', succeeded: true }],
      'Not run yet in this session: the tests',
    ],
  ])('%s', (_name, earlier, message) => {
    expect(check(spec, 'git commit', { earlier })?.breaches[0]?.message).toBe(message);
  });

  it('is not known where the line runs them and goes on whatever comes of it', () => {
    expect(check(spec, 'npm test; git commit')).toBeUndefined();
    expect(check(spec, 'npm test && git commit')?.kept).toHaveLength(1);
  });
});

it('says nothing of files, messages and branches', () => {
  const detector = new CommandDetector({ kind: 'command', commands: [['npm']] }, parse);
  expect(detector.check({ kind: 'message', text: 'npm i' })).toBeUndefined();
});

it('knows what its groups stand for', () => {
  for (const name of Object.keys(GROUPS)) {
    expect(isGroup(name) && shapesOfGroup(name).length).toBeGreaterThan(0);
  }
  const tests = { commands: [['<tests>']] };
  for (const line of [
    'npm test',
    'pnpm run test:unit',
    'yarn t:a && yarn test',
    'go test ./...',
    'npx vitest run',
    './gradlew test',
    'python -m pytest',
    'python manage.py test',
    'make test',
    'node --test',
    'cargo t',
  ]) {
    expect(check(tests, line)?.breaches, line).toHaveLength(1);
  }
  for (const line of [
    'npm install',
    'make build',
    'node a.js',
    'python manage.py migrate',
    'test -f a',
  ]) {
    expect(check(tests, line)?.breaches ?? [], line).toEqual([]);
  }
});

it('looks at whatever it is given, and marks places within it', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'npm',
      'git',
      'push',
      'commit',
      '-f',
      '--',
      '-rf',
      'rm',
      '&&',
      ';',
      '"',
      "'",
      '$(',
      'constructor',
      '__proto__',
      ')',
    ),
    fc.string({ maxLength: 8 }),
  );
  const line = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
  const shape = fc.array(
    fc.oneof(
      word.filter((one) => one !== ''),
      fc.constantFrom('*', '<tests>', 'a|b', '$'),
    ),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(
      line,
      fc.array(shape, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (text, commands, runs) => {
        const spec = runs ? { commands, after: commands } : { commands, instead: text };
        for (const { start, end, fixes } of check(spec, text)?.breaches ?? []) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
          for (const { edits } of fixes)
            for (const edit of edits) expect(edit.end).toBeLessThanOrEqual(text.length);
        }
      },
    ),
    { numRuns: 400 },
  );
});
