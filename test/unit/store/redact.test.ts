import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { redactSecrets } from '../../../src/store/redact';
import { openStore } from './open-store';
import { entity, exposure, LEARN, memory, outcome, REMEMBER, signal } from './words';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789';
// Put together here, so that no scanner takes this file for a leak.
const GITHUB = ['ghp', LETTERS.slice(0, 36)].join('_');
const AWS_ID = ['AKIA', 'QWERTYUIOPASDFGH'].join('');
const AWS_KEY = ['wJalrXUtnFEMIbK7MDENG', 'bPxRfiCYzzzzzzzzKEY'].join('');
const SLACK = ['xoxb', '123456789012', '123456789012', LETTERS.slice(0, 24)].join('-');

function privateKey(): string {
  const encoding = { type: 'pkcs8', format: 'pem' } as const;
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(encoding).toString();
}

async function redacted(text: string): Promise<string> {
  const [result = ''] = await redactSecrets([text]);
  return result;
}

describe('secrets', () => {
  it.each([
    ['GitHub', `token ${GITHUB} here`, 'token ‹redacted: github-token› here'],
    ['AWS id', `id=${AWS_ID}`, 'id=‹redacted: aws-access-key-id›'],
    [
      'AWS key, to its end',
      `AWS_SECRET_ACCESS_KEY = "${AWS_KEY}";`,
      'AWS_SECRET_ACCESS_KEY = "‹redacted: aws-secret-access-key›";',
    ],
    ['Slack', `(${SLACK})`, '(‹redacted: slack-token›)'],
    ['npm', 'x:_authToken=0123-4567-89ab', 'x:_authToken=‹redacted: npmrc-auth-token›'],
    ['database', 'at postgres://app:hunter42zz@db.corp/x', 'at ‹redacted: postgre-sql-connection›'],
    ['two of a kind', `${GITHUB} ${GITHUB}`, '‹redacted: github-token› ‹redacted: github-token›'],
    [
      'a comment that would switch secretlint off',
      `// secretlint-disable\n${GITHUB}`,
      '// secretlint-disable\n‹redacted: github-token›',
    ],
    ['odd text', `\ud800${GITHUB}\0\udfff`, '\ud800‹redacted: github-token›\0\udfff'],
  ])('are replaced: %s', async (_, text, expected) => {
    expect(await redacted(text)).toBe(expected);
    expect(await redacted(expected)).toBe(expected);
  });

  it('are replaced when they are private keys, whole, cut, in a diff or in code', async () => {
    const key = privateKey();
    const ed25519 = generateKeyPairSync('ed25519').privateKey;
    const lines = key.trim().split('\n');
    const texts = [
      key,
      ed25519.export({ type: 'pkcs8', format: 'pem' }).toString(),
      key.slice(0, 400),
      lines.map((line) => `+${line}`).join('\n'),
      lines.map((line) => `  '${line}\\n' +`).join('\n'),
      JSON.stringify({ private_key: key }),
    ];
    for (const text of await redactSecrets(texts)) {
      expect(text).toContain('‹redacted: private-key›');
      expect(text).not.toMatch(/[A-Za-z0-9+/]{24}/);
    }
  });

  it('are found among many texts as they are found alone', async () => {
    const texts = Array.from({ length: 2000 }, (_, i) =>
      i % 7 === 0 ? `${i} ${GITHUB}` : i % 11 === 0 ? `${SLACK} ${i}` : `Commit ${i}`,
    );
    const together = await redactSecrets(texts);
    expect(together.filter((text, i) => text !== texts[i])).toHaveLength(
      texts.filter((_, i) => i % 7 === 0 || i % 11 === 0).length,
    );
    for (const i of [0, 7, 11, 77, 1999]) {
      expect(together[i]).toBe(await redacted(texts[i] ?? ''));
    }
  });

  it('are not seen in ordinary text', async () => {
    const ordinary = [
      'Merge pull request #12 from acme/fix-token-refresh',
      'fix: 3f2a91c0d1e2f3a4b5c6d7e8f90123456789abcd reverted',
      '550e8400-e29b-41d4-a716-446655440000',
      'sha512-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
      'const password = process.env.PASSWORD ?? ask();',
      'see https://user@example.com/path and http://localhost:3000/a:b@c',
      'account_id = 123456789012',
      `if (text.includes('-----BEGIN PRIVATE KEY-----')) throw new Error('${'no key '.repeat(20)}');`,
      '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
      '',
      readFileSync('src/store/store.ts', 'utf8'),
      readFileSync('package-lock.json', 'utf8'),
    ];
    expect(await redactSecrets(ordinary)).toEqual(ordinary);
  });

  it('are looked for in 10,000 commit messages within seconds', async () => {
    const code = readFileSync('node_modules/typescript/lib/typescript.js', 'utf8');
    const messages = Array.from({ length: 10_000 }, (_, i) => code.slice(i * 300, i * 300 + 300));
    const began = performance.now();
    expect(await redactSecrets(messages)).toEqual(messages);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('do not reach any table of the store', async () => {
    const path = (await import('./open-store')).newPath();
    const store = await openStore(path);
    const word = memory('1', {
      text: `a ${GITHUB}`,
      detail: { steps: [GITHUB], directive: { force: 'never', subject: GITHUB } },
      scope: { repo: `r-${GITHUB}` },
      origin: `git:${GITHUB}`,
    });
    word.provenance.evidence = [{ kind: 'diff', text: GITHUB, at: 1, file: GITHUB }];
    await store.write(async (tx) => {
      await tx.addMemories([word], { ...LEARN, summary: ({ text }) => `Learned ${text}` });
      await tx.putMemory(memory('2', { text: GITHUB }), { ...REMEMBER, summary: GITHUB });
      await tx.addEntities([entity('a', { name: GITHUB, text: GITHUB })]);
      const problem = { severity: 'error', message: GITHUB, line: 1 } as const;
      await tx.addSignals([signal('1', { before: GITHUB, evidence: [GITHUB], cured: [problem] })]);
      const task = { ...exposure('1', '1').task, selection: GITHUB, problems: [problem] };
      await tx.addExposures([exposure('1', '1', { task })]);
      await tx.addOutcomes([outcome('1', '1', { reason: GITHUB })]);
      await tx.addSession({ id: 'n_1', client: 'cli', repo: GITHUB, startedAt: 1 });
      await tx.setMeta('a', GITHUB);
    });
    expect((await store.memory('m_1'))?.text).toBe('a ‹redacted: github-token›');
    expect((await store.entity('e_a'))?.name).toBe('‹redacted: github-token›');
    for (const file of [path, `${path}-wal`]) {
      expect(readFileSync(file, 'latin1')).not.toContain(GITHUB.slice(0, 12));
    }
  });

  it('are looked for before the database is locked, when the work is told of ahead', async () => {
    const calls: string[] = [];
    const redact = (texts: readonly string[]) => {
      calls.push(`redact ${texts.length}`);
      return Promise.resolve([...texts]);
    };
    const store = await openStore(undefined, { redact });
    const batch = [memory('1'), memory('2')];
    await store.write(
      async (tx) => {
        calls.push('work');
        await tx.addMemories(batch, LEARN);
      },
      [batch],
    );
    expect(calls).toHaveLength(2);
    expect(calls[1]).toBe('work');
  });
});
