import { describe, expect, it } from 'vitest';
import { MemoryDraft } from '../../../../src/memory/memory';
import { readInstructions } from '../../../../src/rules/words/instruction-file';

function read(text: string, path = 'AGENTS.md'): MemoryDraft[] {
  return readInstructions({ path, text, repo: 'r', at: 7 });
}

function told(text: string, path?: string): string[] {
  return read(text, path).map((draft) => {
    const force = draft.detail.directive?.force;
    const line = draft.provenance.from.split(':').at(-1);
    return `${line} ${draft.kind}${force ? `/${force}` : ''} ${draft.text}`;
  });
}

describe('readInstructions', () => {
  it('makes rules, preferences and facts, with headings and lines', () => {
    const text = `# The app

Intro that says nothing much.

## Testing

- Run the tests before each commit.
- **Names**: prefer whole sentences
- Tests use \`vitest\` for everything

### Fixtures

Never check in a fixture of more than 1 MB.
`;
    expect(told(text)).toEqual([
      '7 rule/must Testing: Run the tests before each commit.',
      '8 preference/prefer Testing: Names: prefer whole sentences',
      '9 fact Testing: Tests use `vitest` for everything',
      '13 rule/never Testing > Fixtures: Never check in a fixture of more than 1 MB.',
    ]);
  });

  it('gives each a whole provenance', () => {
    const [draft] = read('---\nglobs: src/**\n---\nUse tabs here.', '.cursor/rules/a.mdc');
    expect(MemoryDraft.parse(draft)).toMatchObject({
      kind: 'rule',
      text: 'Use tabs here.',
      detail: { directive: { force: 'must', subject: 'Use tabs here' } },
      scope: { repo: 'r', glob: 'src/**' },
      status: 'active',
      provenance: {
        source: 'imported',
        from: '.cursor/rules/a.mdc:4',
        at: 7,
        trust: 0.7,
        evidence: [{ kind: 'file', file: '.cursor/rules/a.mdc', line: 4, text: 'Use tabs here.' }],
      },
    });
    expect(draft?.origin).toBe(read('\n\nUse tabs here.', '.cursor/rules/a.mdc')[0]?.origin);
    expect(draft?.origin).not.toBe(read('Use tabs there.', '.cursor/rules/a.mdc')[0]?.origin);
  });

  it('leaves out code, examples, lists of links, tables and talk about the model', () => {
    const text = `You are an expert in TypeScript.

## Contents
- [Testing](#testing)
- [Style](#style)

## Style
- [Guide](https://example.org/guide) - always read this guide
- [ ] Use tabs, always

\`\`\`js
// Never do this
\`\`\`

| must | never |
|------|-------|
| a | b |

### Example
- Use \`foo\` for everything in this example

### More
const rules = [
  "Use server components by default",
  "Avoid client state",
];

    Always indented code
`;
    expect(told(text)).toEqual([
      '9 rule/must Style: Use tabs, always',
      '24 rule/must More: Use server components by default',
      '25 preference/avoid More: Avoid client state',
    ]);
  });

  it('joins short parts with what introduces them, and puts longer ones under it', () => {
    const text = `- Only merge from:
  - hotfix/*
  - release/*
- Errors:
  - Always wrap an error of the network in one of ours
`;
    expect(told(text)).toEqual([
      '1 rule/must Only merge from: hotfix/*; release/*',
      '5 rule/must Errors: Always wrap an error of the network in one of ours',
    ]);
  });

  it('takes lines without marks as statements, and wrapped lines as one', () => {
    expect(told('Use tabs in all files\nAvoid long lines\nWrite tests first')).toHaveLength(3);
    expect(told('Use tabs in all files, since they\nare shorter than spaces.')).toEqual([
      '1 rule/must Use tabs in all files, since they are shorter than spaces.',
    ]);
  });

  it('takes from long paragraphs only what they demand', () => {
    const filler = 'The project grew over the years and has many parts that few people know. ';
    const text = `${filler.repeat(5)}You must never edit generated files by hand. ${filler}`;
    expect(told(text)).toEqual(['1 rule/never You must never edit generated files by hand.']);
  });

  it('says the same once, and holds out against any text', () => {
    expect(told('- Use tabs here\n- Use tabs here')).toHaveLength(1);
    for (const text of [
      '',
      '---',
      '---\n---',
      '\0\uFFFF',
      '#'.repeat(5000),
      '- '.repeat(2000),
      '[x]('.repeat(2000),
    ]) {
      expect(() => read(text)).not.toThrow();
    }
  });

  it('is not held up by a file that is made to', () => {
    const nested = Array.from({ length: 300 }, (_, i) => `${' '.repeat(2 * i)}- Use a`).join('\n');
    for (const text of [
      `${'[x]('.repeat(500)}\n`.repeat(32),
      nested,
      '- '.repeat(60_000),
      '> '.repeat(60_000),
    ]) {
      read(text);
    }
    expect(told('- Use one thing\n  - Use two always\n\nUse [a] and [b] for three')).toHaveLength(
      3,
    );
  }, 60_000);

  it('makes a memory of each demand of a line, with reason, condition and language', () => {
    const text = `## TypeScript

- Use strict mode. Never use \`any\`, prefer \`unknown\`.
  > WHY: It hides errors.
- Run the linter before each commit`;
    const drafts = read(text);
    expect(told(text)).toEqual([
      '3 rule/must TypeScript: Use strict mode.',
      '3 rule/never TypeScript: Never use `any`, prefer `unknown`.',
      '5 rule/must TypeScript: Run the linter before each commit',
    ]);
    expect(drafts[1]?.detail.directive).toEqual({
      force: 'never',
      subject: 'use `any`',
      alternative: '`unknown`',
      reason: 'It hides errors',
    });
    expect(drafts[2]?.detail.directive).toMatchObject({ condition: 'before each commit' });
    expect(drafts[0]?.scope).toEqual({ repo: 'r', glob: '**/*.{cts,mts,ts,tsx}' });
    for (const draft of drafts) expect(MemoryDraft.parse(draft)).toEqual(draft);
  });

  it('gives the clauses of one sentence texts of their own', () => {
    expect(told('- Hash passwords with a salt; never write your own hash')).toEqual([
      '1 rule/must Hash passwords with a salt',
      '1 rule/never never write your own hash',
    ]);
  });

  it('takes rules alone from what is written for people', () => {
    const text = '- Always sign your commits\n- The project uses `vitest`';
    expect(told(text, 'CONTRIBUTING.md')).toEqual(['1 rule/must Always sign your commits']);
    expect(told(text)).toHaveLength(2);
  });

  it('keeps a bounded number of statements', () => {
    const many = Array.from({ length: 2000 }, (_, i) => `- Use number ${i} always`).join('\n');
    expect(read(many)).toHaveLength(500);
  });
});
