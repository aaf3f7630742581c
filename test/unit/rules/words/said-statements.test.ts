import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saidOfStatements } from '../../../../src/rules/words/said-statements';
import { statementsOf } from '../../../../src/rules/words/statement';

const read = (markdown: string) => saidOfStatements(statementsOf(markdown), {}).flat();
const told = (markdown: string) =>
  read(markdown).map(({ line, directive: { force, subject } }) => `${line} ${force} ${subject}`);

describe('saidOfStatements', () => {
  it('finds each demand of a line, and the line of each', () => {
    expect(
      told(
        '- Use tabs. Never use spaces.\n- Write short functions, and\n  test them. Avoid\n  classes.',
      ),
    ).toEqual([
      '1 must Use tabs',
      '1 never use spaces',
      '2 must Write short functions, and test them',
      '3 avoid classes',
    ]);
  });

  it.each([
    ['Avoid:\n- class components\n- `any`', ['2 avoid class components', '3 avoid `any`']],
    [
      'You must never:\n- push to main\n- use `eval`',
      ['2 never push to main', '3 never use `eval`'],
    ],
    ['- Always:\n  - Lint first\n  - Small commits', ['2 must Lint first', '3 must Small commits']],
    ['## Don’ts\n- Use `var`\n- Magic numbers', ['2 never Use `var`', '3 never Magic numbers']],
    ['## Do\n- Small functions', ['2 must Small functions']],
    [
      '## Anti-patterns\n- God objects\n- Use small ones',
      ['2 avoid God objects', '3 must Use small ones'],
    ],
    [
      '- ❌ Default exports\n- ✅ Named exports',
      ['1 never Default exports', '2 must Named exports'],
    ],
    ['- [ ] Add tests\n- [x] Update the docs', ['1 must Add tests', '2 must Update the docs']],
    ['Components should:\n- be pure\n- have a test', ['2 must be pure', '3 must have a test']],
  ])('takes the force of lead-ins, headings and marks: %s', (markdown, expected) => {
    expect(told(markdown)).toEqual(expected);
  });

  it('reads tables of what to do and what not', () => {
    const table = `| Don't | Do | Why |
|---|---|---|
| \`var\` | \`const\` | scope |
| moment | date-fns | size |`;
    expect(read(table).map(({ line, directive }) => ({ line, ...directive }))).toEqual([
      { line: 3, force: 'never', subject: '`var`', alternative: '`const`', reason: 'scope' },
      { line: 4, force: 'never', subject: 'moment', alternative: 'date-fns', reason: 'size' },
    ]);
    expect(told('| Rule |\n|---|\n| Use tabs everywhere |')).toEqual([
      '3 must Use tabs everywhere',
    ]);
    expect(told('| Browser | Works |\n|---|---|\n| Chrome | ✅ |')).toEqual([]);
  });

  it('gives the reason that stands beneath, and what a list waits for', () => {
    expect(read('- Use tabs\n  > WHY: They are shorter.')[0]?.directive.reason).toBe(
      'They are shorter',
    );
    expect(read('- Use tabs\n  - Reason: shorter')[0]?.directive.reason).toBe('shorter');
    expect(read('When adding a route:\n- Update the map')[0]?.directive).toEqual({
      force: 'must',
      subject: 'Update the map',
      condition: 'When adding a route',
    });
  });

  it('knows the language by the heading', () => {
    const found = read(
      '# Rules\n\n## TypeScript Usage\n\n- Avoid enums\n\n## Testing\n\n- Use fakes',
    );
    expect(found.map(({ languages }) => languages)).toEqual([
      ['typescript', 'typescriptreact'],
      [],
    ]);
  });

  it('counts phrases as demands among demands only', () => {
    expect(told('- Use ids\n- Never use names\n- UUID for public ids')).toHaveLength(3);
    expect(
      told('The service has parts:\n- Redis for sessions\n- `api/` — handlers for requests'),
    ).toEqual([]);
    expect(told('Notes:\n- Enums over strings')).toEqual(['2 must Enums']);
  });

  it('reads rules that are kept in programs, comments and tags', () => {
    const text = `// Rules of the house

// Avoid globals
// Use tabs

<rules>
- Never log secrets
</rules>

{
  "description": "Always write a test first.",

  "prompt": "x"
}`;
    expect(told(text)).toEqual([
      '3 avoid globals',
      '4 must Use tabs',
      '7 never log secrets',
      '11 must write a test first',
    ]);
  });

  it('takes what announces a list or code for a demand only where it says one', () => {
    const code = '\n```ts\nuse();\n```\n';
    expect(told(`Use a factory for each of the models:\n${code}`)).toHaveLength(1);
    expect(told(`Follow these rules:\n${code}`)).toEqual([]);
    expect(told('Use tabs here:\n- Never spaces')).toEqual(['2 never spaces']);
  });

  it.each([
    '# Use tabs',
    'You are an expert who always writes tests. You never guess.',
    'The cache is always cleared at night.',
    '```\nNever do this\n```',
    '## Examples\n- Use `x`',
    '- Example: use `x`',
    '- [Use tabs](https://example.org)',
    'Why use tabs?',
    '| Command | Use |\n|---|---|\n| `npm t` | runs tests |',
  ])('finds nothing in %j', (markdown) => {
    expect(told(markdown)).toEqual([]);
  });

  it('never fails, and names lines of the file, for any text', () => {
    const word = fc.constantFrom(
      ...'Use|never|avoid|prefer|Don’t|because|when|in|over|not|instead|`a`|TypeScript|src/*|:|,|.|—|(|)|;|"|❌|| a |'.split(
        '|',
      ),
    );
    const line = fc.oneof(
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
      fc.string(),
      fc.string({ unit: 'binary' }),
    );
    const mark = fc.constantFrom('', '- ', '  - ', '1. ', '# ', '> ', '```', '| ', '// ', '    ');
    const text = fc.array(fc.tuple(mark, line), { maxLength: 20 });
    fc.assert(
      fc.property(text, (lines) => {
        const markdown = lines.map((parts) => parts.join('')).join('\n');
        const count = markdown.split(/\r\n|\r|\n/).length;
        for (const { line: at, directive } of read(markdown)) {
          expect(at).toBeGreaterThanOrEqual(1);
          expect(at).toBeLessThanOrEqual(count);
          expect(directive.subject).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  }, 30_000);
});
