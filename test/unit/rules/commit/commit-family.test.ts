import { describe, expect, it } from 'vitest';
import type { CommitSpec } from '../../../../src/memory/detector';
import { CommitFamily } from '../../../../src/rules/commit/commit-family';
import { saidOf } from '../../../../src/rules/words/said';
import { bash } from '../shell/parse';

const parse = await bash();
const family = new CommitFamily(() => Promise.resolve(parse));

async function compiled(sentence: string): Promise<CommitSpec | undefined> {
  for (const said of saidOf(sentence)) {
    const found = await family.compile(said);
    if (found !== undefined) return found.spec;
  }
  return undefined;
}

async function broken(sentence: string, kind: 'message' | 'branch', texts: string[]) {
  const spec = await compiled(sentence);
  expect(spec, sentence).toBeDefined();
  if (spec === undefined) return [];
  const detector = await family.prepare(spec);
  return texts.filter((text) => (detector.check({ kind, text })?.breaches.length ?? 0) > 0);
}

describe('messages', () => {
  it.each<[string, string[], string[]]>([
    [
      'Use Conventional Commits for commit messages (feat:, fix:, docs:, chore:)',
      ['Add a', 'feat add', 'Feat: a'],
      ['feat: a', 'fix(api)!: a\n\nBody', 'perf: a', 'Merge branch a', 'Revert "x"', 'fixup! a'],
    ],
    ['Commit messages must follow Conventional Commits', ['Add a'], ['feat: a']],
    ['Conventional Commits with a scope are required', ['feat: a'], ['feat(a): b']],
    ['Follow Conventional Commits; allowed types: feat, fix, docs', ['chore: a'], ['docs: a']],
    [
      'Keep the subject under 50 characters',
      ['a'.repeat(51)],
      ['a'.repeat(50), `a\n\n${'b'.repeat(90)}`],
    ],
    ['Commit subject lines must not exceed 72 characters', ['a'.repeat(73)], ['a'.repeat(72)]],
    ['Limit the subject line to 72 characters', ['a'.repeat(73)], ['a']],
    [
      'Commit messages reference an issue (#123 / JIRA-1)',
      ['Add a'],
      ['Add a (#12)', 'Add a\n\nAPP-7'],
    ],
    [
      'Every commit message must include a ticket number like `SHOP-123`',
      ['Add a', 'JIRA-1 a'],
      ['SHOP-1 a'],
    ],
    [
      'Start every commit message with the Jira key',
      ['Add a', 'Add ABC-1'],
      ['ABC-1 add', '[ABC-1] add'],
    ],
    ['No WIP commits', ['WIP', 'wip: a', '[WIP] a'], ['Wipe a', 'Add wip']],
    ['Never commit work in progress', ['work in progress'], ['Add a']],
    [
      'Never mention AI in commit messages',
      [
        'Add a\n\nCo-Authored-By: Claude <a@b.c>',
        'Add a\n\n🤖 Generated with Claude Code',
        'AI-generated fix',
      ],
      ['Add a', 'Co-authored-by: Ann <a@b.c>'],
    ],
    ['Never add Co-authored-by lines to commits', ['a\n\nCo-authored-by: Ann <a@b.c>'], ['a']],
    ['Do not use emojis in commit messages', ['✨ a', 'a 🎉'], ['a – b']],
    ['Sign off all commits', ['a'], ['a\n\nSigned-off-by: Ann <a@b.c>']],
    ['All commits must be signed off', ['a'], ['a\n\nSigned-off-by: Ann <a@b.c>']],
    [
      'Use the imperative mood in commit messages',
      ['Added a', 'fix: fixed a', 'Removing a', 'Adds a'],
      ['Add a', 'Red a', 'fix: need a', 'Fixed-width a'],
    ],
    ['No period at the end of the commit subject', ['Add a.'], ['Add a', 'Add a...']],
    [
      'Commit messages must start with a capital letter',
      ['add a', 'fix: add a'],
      ['Add a', 'fix: Add a', 'eBay a', 'iOS a'],
    ],
  ])('%s', async (sentence, breaking, fine) => {
    expect(await broken(sentence, 'message', [...breaking, ...fine])).toEqual(breaking);
  });

  it('leaves out what Git puts into the file that it has edited', async () => {
    const text =
      '# Please enter\nfix a\n#\n# On branch x\n#12 is done\n# ------------------------ >8 ------------------------\ndiff WIP';
    expect(await broken('Commit messages reference an issue (#123)', 'message', [text])).toEqual(
      [],
    );
    expect(await broken('Use Conventional Commits for commits', 'message', [text])).toEqual([text]);
  });
});

describe('branches', () => {
  it.each<[string, string[], string[]]>([
    [
      'Branch names must start with feature/ or fix/',
      ['add-a', 'features/a', 'feature/'],
      ['feature/a', 'fix/a', 'main', 'dependabot/npm/a'],
    ],
    ['Branches are named feature/…', ['fix/a'], ['feature/a']],
    [
      'Name branches `feat/<ticket>-<description>` or `bugfix/<ticket>-<description>`',
      ['fix/a'],
      ['feat/A-1-b', 'bugfix/a'],
    ],
    ['Use kebab-case for branch names', ['feature/addA', 'add_a'], ['feature/add-a', 'add-a']],
    ['Branch names must be lowercase', ['Feature/a'], ['feature/a']],
  ])('%s', async (sentence, breaking, fine) => {
    expect(await broken(sentence, 'branch', [...breaking, ...fine])).toEqual(breaking);
  });
});

describe('commands that commit', () => {
  it('reads messages and branches that a command gives, and places the breach in the line', async () => {
    const spec = await compiled('No WIP commits');
    const detector = await family.prepare(spec ?? expect.fail());
    const line = 'git add . && git commit -am "wip: a"';
    const found = detector.check({ kind: 'command', line, earlier: [] });
    expect(found?.breaches.map(({ start, end }) => line.slice(start, end))).toEqual(['wip']);
    expect(
      detector.check({ kind: 'command', line: 'git commit -m "Add a"', earlier: [] })?.kept,
    ).toHaveLength(1);
    expect(
      detector.check({ kind: 'command', line: 'git commit -m "$x"', earlier: [] }),
    ).toBeUndefined();
    expect(detector.check({ kind: 'command', line: 'npm test', earlier: [] })).toBeUndefined();
  });

  it.each([
    ['git switch -c addA', 1],
    ['git checkout -b "addA"', 1],
    ['git branch addA main', 1],
    ['git branch -d addA', 0],
    ['git checkout addA', 0],
    ['git switch -c add-a', 0],
  ])('%s', async (line, breaches) => {
    const spec = await compiled('Use kebab-case for branch names');
    const detector = await family.prepare(spec ?? expect.fail());
    expect(detector.check({ kind: 'command', line, earlier: [] })?.breaches ?? []).toHaveLength(
      breaches,
    );
  });

  it('reads a message that a document gives', async () => {
    const spec = await compiled('Never add Co-authored-by lines to commits');
    const detector = await family.prepare(spec ?? expect.fail());
    const line =
      'git commit -m "$(cat <<\'EOF\'\nfix: a\n\nCo-Authored-By: Claude <a@b.c>\nEOF\n)"';
    const [breach] = detector.check({ kind: 'command', line, earlier: [] })?.breaches ?? [];
    expect(line.slice(breach?.start, breach?.end)).toBe('Co-Authored-By: Claude <a@b.c>');
  });
});

describe('what is about something else', () => {
  it.each([
    'Commit early and often',
    'Write clear commit messages',
    'Make small, focused commits',
    'Use meaningful branch names',
    'Use a branch for each feature',
    'Commit to the design',
    'Never commit secrets',
    'Do not commit node_modules',
    'Avoid deep branches in conditionals',
    'Branch on the type, not the name',
    'The email subject must be under 50 characters',
    'Use kebab-case for file names',
    'Keep pull request titles under 72 characters',
    'Reference the design document in the README',
    'Never use emojis in the UI',
    'Keep lines under 100 characters',
    'Use the imperative mood in docstrings',
    'Sign off the design with the team',
    'Commit the transaction only if all steps pass',
    'Name branches after the feature',
    'Squash commits before merging',
    'Names of components start with a capital letter',
    'Never use AI to write tests',
    'Mark WIP features as experimental',
    'Use lowercase file names in the branch folder',
  ])('%s', async (sentence) => {
    expect(await compiled(sentence)).toBeUndefined();
  });
});
