import { describe, expect, it } from 'vitest';
import type { CommandSpec } from '../../../../src/memory/detector';
import { CommandFamily } from '../../../../src/rules/command/command-family';
import { saidOf } from '../../../../src/rules/words/said';
import { bash } from '../shell/parse';

const parse = await bash();
const family = new CommandFamily(() => Promise.resolve(parse));

async function compiled(sentence: string): Promise<CommandSpec | undefined> {
  for (const said of saidOf(sentence)) {
    const found = await family.compile(said);
    if (found !== undefined) return found.spec;
  }
  return undefined;
}

/** Lines that break the rule, and lines that do not. */
async function told(
  sentence: string,
  lines: readonly string[],
  branch?: string,
): Promise<string[]> {
  const spec = await compiled(sentence);
  expect(spec, sentence).toBeDefined();
  if (spec === undefined) return [];
  const detector = await family.prepare(spec);
  return lines.filter(
    (line) =>
      (detector.check({ kind: 'command', line, branch, earlier: [] })?.breaches.length ?? 0) > 0,
  );
}

describe('sentences about commands', () => {
  it.each<[string, string[], string[]]>([
    [
      'pnpm, never npm',
      ['npm install', 'sudo npm i', 'n"p"m i'],
      ['pnpm i', 'echo npm', 'ls npm', 'npx x'],
    ],
    ['Use pnpm, never npm.', ['npm install'], ['pnpm i']],
    ['Use pnpm instead of npm or yarn', ['npm i', 'yarn'], ['pnpm add a']],
    ['Never use npm; use pnpm', ['npm ci'], ['pnpm i']],
    ['Don’t use npm/yarn, use bun', ['npm i', 'yarn add a'], ['bun add a']],
    [
      "Don't use npm to install packages. Use pnpm.",
      ['npm i a', 'npm ci'],
      ['npm run a', 'npm publish'],
    ],
    [
      'Use yarn for package management',
      ['npm install', 'pnpm add a', 'bun add a'],
      ['npm publish', 'yarn', 'bun run a', 'npm i -g yarn'],
    ],
    ['Always use pnpm', ['npm i', 'yarn add a'], ['pnpm i']],
    [
      'Use uv for Python packages',
      ['pip install a', 'python -m pip install a', 'poetry add a'],
      ['uv pip install a', 'pip install uv', 'pip list'],
    ],
    ['You must use poetry for dependency management', ['pip install a'], ['poetry add a']],
    [
      'Never run `rm -rf`',
      [
        'rm -rf a',
        'rm -fr a',
        'rm -r -f a',
        'rm a -rf',
        'rm --recursive --force a',
        'x | xargs rm -rf',
        "sh -c 'rm -rf /'",
        'sudo /bin/rm -rf a',
      ],
      ['rm -r a', 'rm -f a', 'echo rm -rf', 'rmdir a', 'git commit -m "rm -rf"'],
    ],
    ['Never use rm -rf', ['rm -rf a'], ['rm a']],
    [
      'Never force-push',
      [
        'git push --force',
        'git push -f origin a',
        'git push origin +a',
        'git -C d push origin a --force',
      ],
      ['git push', 'git push --force-with-lease', 'git fetch -f'],
    ],
    [
      'Do not use `git push --force`',
      ['git push -f', 'git push origin main --force'],
      ['git push --force-with-lease'],
    ],
    [
      "Don't use `git commit --no-verify`",
      ['git commit -m a --no-verify', 'git commit -n -m a', 'git commit -nam a'],
      ['git commit -m "-n"', 'git commit -mn', 'git push --no-verify'],
    ],
    ['Never use `--no-verify`', ['git commit --no-verify', 'git push --no-verify'], ['git commit']],
    ['Never skip pre-commit hooks', ['git commit -n'], ['git commit']],
    [
      'Use `make test` not pytest',
      ['pytest -x', 'python -m pytest', 'uv run pytest', 'make lint && pytest'],
      ['make test'],
    ],
    ['Use `make test` instead of running `pytest`', ['pytest -x'], ['make test']],
    [
      'Never run migrations in production',
      [
        'NODE_ENV=production npx prisma migrate deploy',
        'rails db:migrate RAILS_ENV=production',
        'env DATABASE_URL=postgres://prod-db/a alembic upgrade head',
      ],
      ['npx prisma migrate dev', 'NODE_ENV=production npm start'],
    ],
    ['Never use sudo', ['sudo npm i', 'sudo ls'], ['npm i', 'echo sudo']],
    [
      'Do not install packages globally',
      ['npm i -g a', 'npm install --global a', 'yarn global add a', 'pnpm add -g a'],
      ['npm i a'],
    ],
    [
      'Do not run the dev server',
      ['npm run dev', 'pnpm dev', 'npx vite', 'next dev'],
      ['npm run build', 'vite build'],
    ],
    ['Never run `npm run dev`', ['npm run dev'], ['npm run lint', 'npm run lint dev']],
    [
      'Never use `git add .` or `git add -A`',
      ['git add .', 'git add -A', 'git add --all'],
      ['git add a.ts'],
    ],
    ['Never amend commits', ['git commit --amend'], ['git commit']],
    [
      'Do not use `docker-compose`, use `docker compose`',
      ['docker-compose up'],
      ['docker compose up'],
    ],
    ['Never publish packages manually', ['npm publish', 'cargo publish'], ['npm pack']],
    [
      'Avoid `git rebase -i`',
      ['git rebase -i HEAD~2', 'git rebase --interactive a'],
      ['git rebase a'],
    ],
    ['Prefer `rg` over `grep`', ['grep a b', 'a | grep b'], ['rg a']],
    ['Never run `terraform apply` directly', ['terraform apply -auto-approve'], ['terraform plan']],
    [
      'Never run `kubectl delete` in production',
      ['kubectl delete pod a --context prod'],
      ['kubectl delete pod a', 'kubectl get pod --context prod'],
    ],
  ])('%s', async (sentence, breaking, fine) => {
    expect(await told(sentence, [...breaking, ...fine])).toEqual(breaking);
  });

  it('says what to run in its place', async () => {
    expect((await compiled('pnpm, never npm'))?.instead).toBe('pnpm');
    expect((await compiled('Use `make test` not pytest'))?.instead).toBe('make test');
    expect((await compiled('Use --force-with-lease instead of `git push --force`'))?.instead).toBe(
      '--force-with-lease',
    );
  });

  it.each<[string, string, string[], string[]]>([
    [
      'Never push to main',
      'feature',
      [
        'git push origin main',
        'git push origin HEAD:main',
        'git push -u origin feature:refs/heads/main',
        'git checkout main && git push',
      ],
      [
        'git push',
        'git push origin feature',
        'git push origin $X',
        'git push --tags',
        'git push origin main:feature',
      ],
    ],
    [
      'Never push directly to main or master',
      'main',
      ['git push', 'git push origin HEAD', 'git push origin master'],
      [
        'git push origin feature',
        'git checkout -b a && git push -u origin HEAD',
        'git -C ../other push',
      ],
    ],
    [
      "Don't commit directly to the `main` branch",
      'main',
      ['git commit -m a', 'git add a && git commit'],
      ['git status', 'git switch -c a && git commit -m b'],
    ],
    [
      'Do not force push to main',
      'a',
      ['git push -f origin main'],
      ['git push -f', 'git push origin main'],
    ],
    [
      'Never push to the release/* branches',
      'a',
      ['git push origin release/1'],
      ['git push origin main'],
    ],
    ['Never merge into main', 'main', ['git merge a'], ['git fetch']],
  ])('%s', async (sentence, branch, breaking, fine) => {
    expect(await told(sentence, [...breaking, ...fine], branch)).toEqual(breaking);
  });

  it.each<[string, string[], string[]]>([
    [
      'Run the tests before you commit',
      ['git commit -m a', 'npm test || git commit', 'npm run lint && git commit'],
      ['npm test && git commit', 'npx vitest run && git add . && git commit', 'git status'],
    ],
    [
      'Always run `npm run lint` before pushing',
      ['git push', 'npm test && git push'],
      ['npm run lint && git push'],
    ],
    ['Never commit without running the tests', ['git commit'], ['pytest && git commit']],
    [
      'Before committing, run the linter and the tests',
      ['npm test && git commit', 'git commit'],
      ['npm run lint && npm test && git commit'],
    ],
    ['Tests must pass before pushing', ['git push'], ['cargo test && git push']],
    ['Run `make check` before every commit', ['git commit'], ['make check && git commit']],
    [
      'Run the type checker before opening a pull request',
      ['gh pr create'],
      ['npx tsc --noEmit && gh pr create', 'gh pr list'],
    ],
    ['Only commit after all tests pass', ['git commit'], ['go test ./... && git commit']],
  ])('%s', async (sentence, breaking, fine) => {
    expect(await told(sentence, [...breaking, ...fine])).toEqual(breaking);
  });
});

describe('sentences that are not about commands, or say what no line shows', () => {
  it.each([
    'Commit to the design',
    'Use the command pattern',
    'Run through the checklist before the review',
    'Never push untested code',
    'Use npm packages sparingly',
    'Prefer npm scripts for automation',
    "Don't use git submodules",
    'Never commit secrets',
    'Do not commit .env files',
    'Never commit `console.log`',
    'Use Docker for deployment',
    'Never use `any`',
    'Use `const` instead of `let`',
    'Use `find` instead of `filter`',
    'Never call `eval`',
    'Use push notifications sparingly',
    'Never use curl to download scripts',
    "Don't use `rm -rf` on user directories",
    'Never write code that runs `git push`',
    'Do not push without permission',
    'Never run `git push` unless asked',
    'Never install new dependencies without asking',
    'Use Prettier over ESLint for formatting',
    'Prefer yarn over rope',
    'Make sure to test all changes before merging',
    'Write tests before writing code',
    'Validate input before saving',
    'Run tests after every change',
    'Never run the whole test suite',
    'Use jest for testing',
    'Use pytest for testing',
    'Use Conventional Commits for commit messages',
    'Push logic down into services',
    'Never merge objects deeply',
    'Avoid pushing to arrays in render',
    'Never push to arrays in reducers',
    'Never commit to a date',
    'Do not force push notifications on users',
    'Use `git log` to understand history',
    'Do not use `npm` in Dockerfiles',
    'Never make network calls in tests',
    'Always make test data explicit',
    'Avoid using yarn workspaces',
    'Use uv lights in the lab',
    'Use Node 20 instead of Node 18',
    'Close the connection before you commit the transaction',
    'Check the build before you release the lock',
    'Avoid force in unwraps',
    'Never rebase pointers onto null',
    'Use bun test',
    'Prefer composition over inheritance',
  ])('%s', async (sentence) => {
    expect(await compiled(sentence)).toBeUndefined();
  });
});
