import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argumentsOf } from '../../../../src/rules/shell/arguments';
import { chained, commandsIn } from '../../../../src/rules/shell/simple-command';
import { bash } from './parse';

const parse = await bash();
const wordsOf = (line: string): string[] =>
  commandsIn(line, parse).map(({ words }) => words.map(({ text }) => text).join(' '));

describe('the commands of a line', () => {
  it.each([
    ['npm install', ['npm install']],
    ['npm test && git commit -m "a b"', ['npm test', 'git commit -m a b']],
    ['a; b | c & d || e', ['a', 'b', 'c', 'd', 'e']],
    ['n"p"m \'in\'stall', ['npm install']],
    ['n\\pm \\\n install', ['npm install']],
    ["$'npm' i", ['npm i']],
    ['X=1 npm i > out.txt 2>&1', ['npm i']],
    ['(cd a && npm i)', ['cd a', 'npm i']],
    ['if true; then npm i; fi', ['true', 'npm i']],
    ['for f in *; do rm -rf "$f"; done', ['rm -rf \0']],
    ['echo $(npm i) `yarn`', ['npm i', 'yarn', 'echo \0 \0']],
    ['echo "a $(npm i) b"', ['npm i', 'echo a \0 b']],
    ['git push origin "$branch"', ['git push origin \0']],
    ['cat <<EOF\nnpm install\nEOF', ['cat']],
    ['! npm t', ['npm t']],
    ['& npm install', ['npm install']],
    ['git commit -m "unclosed', ['git commit -m unclosed']],
    ['', []],
    ['# npm install', []],
    ['echo "npm install"', ['echo npm install']],
  ])('%s', (line, commands) => {
    expect(wordsOf(line)).toEqual(commands);
  });

  it('takes a document that is written into a word as its text', () => {
    expect(wordsOf('git commit -m "$(cat <<\'EOF\'\nfix: a\n\nb "c"\nEOF\n)"')).toEqual([
      'cat',
      'git commit -m fix: a\n\nb "c"',
    ]);
  });
});

describe('what a command runs in its turn', () => {
  it.each([
    ['sudo -u root npm i', 'npm i'],
    ['env -u A B=1 npm i', 'npm i'],
    ['sudo env A=1 nice -n 5 npm i', 'npm i'],
    ['sh -c "npm i"', 'npm i'],
    ["bash -lc 'cd a && npm i'", 'npm i'],
    ['bash -c "bash -c \'npm i\'"', 'npm i'],
    ['cmd /c npm i', 'npm i'],
    ['pwsh -Command "npm i"', 'npm i'],
    ['eval npm i', 'npm i'],
    ['npx --yes jest@29 --watch', 'jest --watch'],
    ['npx -p typescript tsc', 'tsc'],
    ['npm exec -- jest', 'jest'],
    ['npm exec jest', 'jest'],
    ['pnpm --filter a exec jest', 'jest'],
    ['yarn dlx jest', 'jest'],
    ['poetry run pytest -x', 'pytest -x'],
    ['uv run --with a pytest', 'pytest'],
    ['python -m pip install a', 'pip install a'],
    ['timeout -k 5 60 npm i', 'npm i'],
    ['ls | xargs -n 1 rm -rf', 'rm -rf'],
    ['find . -name a -exec rm -rf {} \\;', 'rm -rf {} ;'],
    ['time npm i', 'npm i'],
    ['command -v npm', undefined],
    ['npm run build', undefined],
    ['corepack enable', undefined],
    ['python script.py -m pip', undefined],
  ])('%s', (line, inner) => {
    const [last = ''] = wordsOf(line).slice(-1);
    expect(last === line || wordsOf(line).length === 1 ? undefined : last).toBe(inner);
  });

  it('knows where in the line each word is written', () => {
    const line = 'sudo sh -c "cd \\"a\\" && npm install"';
    const npm = commandsIn(line, parse).find(({ words }) => words[0]?.text === 'npm');
    expect(npm?.words.map(({ start, end }) => line.slice(start, end))).toEqual(['npm', 'install']);
  });
});

describe('what has run before', () => {
  const before = (line: string) => {
    const last = commandsIn(line, parse).at(-1);
    const names = (of: 'passed' | 'ran') =>
      [...chained(last?.before[of])].map(({ words }) => words[0]?.text).reverse();
    return { passed: names('passed'), ran: names('ran') };
  };
  it.each([
    ['a && b && z', ['a', 'b'], []],
    ['a; z', [], ['a']],
    ['a\nz', [], ['a']],
    ['a || z', [], []],
    ['(a && b) && z', ['a', 'b'], []],
    ['a | b && z', ['a', 'b'], []],
    ['a > log && z', ['a'], []],
    ['! a && z', [], ['a']],
    ['(a || b) && z', [], ['b', 'a']],
    ['if a; then z; fi', [], ['a']],
    ['sudo a && z', ['sudo', 'a'], []],
    ['a && sh -c "b && z"', ['a', 'sh', 'b'], []],
  ])('%s', (line, passed, ran) => {
    expect(before(line)).toEqual({ passed, ran });
  });
});

describe('arguments', () => {
  const read = (line: string) => {
    const command = commandsIn(line, parse)[0];
    const { program, options, operands } = argumentsOf(command ?? { words: [] });
    return [
      program,
      operands.map(({ text }) => text),
      options.map(({ name, value }) => (value === undefined ? name : `${name} ${value}`)),
    ];
  };
  it.each([
    ['/usr/bin/npm i a', 'npm', ['install', 'a'], []],
    ['NPM.CMD i', 'npm', ['install'], []],
    ['git -C dir push -f origin main', 'git', ['push', 'origin', 'main'], ['-C dir', '--force']],
    [
      'git commit -am "a b" --no-verify',
      'git',
      ['commit'],
      ['-am', '--all', '--message a b', '--no-verify'],
    ],
    ['git commit -mnow', 'git', ['commit'], ['-mnow', '--message now']],
    ['rm -fr a', 'rm', ['a'], ['-fr', '--force', '--recursive']],
    ['pnpm run lint', 'pnpm', ['lint'], []],
    ['npm run test', 'npm', ['test'], []],
    ['npm run dev', 'npm', ['run', 'dev'], []],
    ['git checkout -- -f', 'git', ['checkout', '-f'], []],
    ['git push --force-with-lease=main', 'git', ['push'], ['--force-with-lease main']],
  ])('%s', (line, program, operands, options) => {
    expect(read(line)).toEqual([program, operands, options]);
  });
});

it('reads whatever it is given, in bounds', () => {
  const piece = fc.constantFrom(
    ...['npm', ' ', '"', "'", '\\', '$(', ')', '`', '&&', '||', '|', ';', '<<EOF\n', 'EOF', '\n'],
    ...[
      'sh -c ',
      'sudo ',
      'eval ',
      '-',
      '--',
      '{',
      '}',
      '$',
      'git commit -m ',
      '\0',
      '😀',
      '(',
      '>',
    ],
  );
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(line, (text) => {
      for (const { words } of commandsIn(text, parse)) {
        for (const word of words) {
          expect(word.start).toBeGreaterThanOrEqual(0);
          expect(word.end).toBeLessThanOrEqual(text.length);
          expect(word.places).toHaveLength(word.text.length);
        }
      }
    }),
    { numRuns: 500 },
  );
});

it.each([
  'sudo '.repeat(3000),
  'sh -c "'.repeat(3000),
  '$('.repeat(5000),
  'a && '.repeat(4000),
  'eval '.repeat(4000) + 'a',
  '('.repeat(10_000),
  'x'.repeat(1_000_000),
])('ends on a hostile line (%#)', (line) => {
  expect(commandsIn(line, parse).length).toBeLessThanOrEqual(200);
});
