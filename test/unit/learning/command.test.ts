import { describe, expect, it } from 'vitest';
import { commandsOf, groupOf, onlyLooks, shapeOfLine } from '../../../src/learning/command';

describe('commandsOf', () => {
  it.each<[string, string[]]>([
    ['npm test', ['npm test']],
    ['cd web && npm run build; npm test', ['cd web', 'npm run build', 'npm test']],
    ['git commit -m "Add a thing" --amend', ['git commit -m <text> --amend']],
    ["git commit -am 'It works'", ['git commit -am <text>']],
    ['API_KEY=abc NODE_ENV=test sudo npm run deploy', ['npm run deploy']],
    ['git checkout 3f2a91c', ['git checkout <commit>']],
    ['npm install react@18.2.0 --save-dev', ['npm install react@18.2.0 --save-dev']],
    ['curl -H "x: y" https://example.com/a?b=c', ['curl -H <text> <url>']],
    ['pytest tests/test_cart.py -k total', ['pytest <path> -k total']],
    ['node server.js --port 8080 --token=abcdef', ['node <path> --port <number> --token=<secret>']],
    ['gh auth login --with-token ghp_a1b2c3', ['gh auth login --with-token <secret>']],
    ['cat a.txt | sort | uniq', ['cat <path> | sort | uniq']],
    ['./gradlew :app:test', ['./gradlew :app:test']],
    ['npm install @types/node', ['npm install @types/node']],
    ['for f in *.ts; do echo $f; done', []],
    ['echo $(date)', []],
    ['', []],
  ])('%s', (line, shapes) => {
    expect(commandsOf(line).map(({ shape }) => shape)).toEqual(shapes);
  });

  it('keeps each command as it was written', () => {
    expect(commandsOf(`A=1 git commit -m "It's done"`)[0]?.text).toBe(
      `git commit -m 'It'\\''s done'`,
    );
  });

  it('ends on every line, however it is quoted', () => {
    for (const line of [`echo "open`, `echo 'open`, 'a && && b', '\\', '| |', '&']) {
      expect(Array.isArray(commandsOf(line))).toBe(true);
    }
  });
});

describe('what a command is', () => {
  it('knows tests and builds of many tools', () => {
    const groups = (lines: string[]) => [
      ...new Set(lines.map((line) => groupOf(shapeOfLine(line)))),
    ];
    expect(
      groups([
        'npm test',
        'npx vitest run a.test.ts',
        'pytest -q',
        'go test ./...',
        'cargo test',
        'python -m pytest',
      ]),
    ).toEqual(['test']);
    expect(
      groups(['npm run build', 'npx tsc --noEmit', 'cargo check', 'make', './gradlew build']),
    ).toEqual(['build']);
    expect(groups(['git push', 'npm install', 'docker compose up'])).toEqual(['other']);
  });

  it('tells looking from doing', () => {
    for (const line of ['ls -la', 'git status', 'git log --oneline', 'cd src', 'node --version'])
      expect(onlyLooks(shapeOfLine(line))).toBe(true);
    for (const line of ['git push', 'npm ci', 'git commit -m "x"'])
      expect(onlyLooks(shapeOfLine(line))).toBe(false);
  });
});
