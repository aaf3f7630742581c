import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Git, GitFailure, GitMissing } from '../../../../src/learning/repository/git';
import { RepositoryReader } from '../../../../src/learning/repository/repository-reader';
import { records } from '../../../../src/learning/repository/records';
import { GitFixture, temporaryFolder } from './git-fixture';

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

function chunks(...texts: string[]): AsyncIterable<Buffer> {
  return (async function* () {
    for (const text of texts) yield await Promise.resolve(Buffer.from(text, 'latin1'));
  })();
}

describe('Git', () => {
  it('says what to do when there is no git', async () => {
    const git = new Git(temporaryFolder(), 'no-such-git-program');
    await expect(git.text(['--version'])).rejects.toThrow(GitMissing);
    await expect(git.text(['--version'])).rejects.toThrow(/Install git/);
  });

  it('throws what git said when it refuses', async () => {
    const failure = new Git(temporaryFolder()).text(['rev-parse', 'HEAD']);
    await expect(failure).rejects.toThrow(GitFailure);
    await expect(failure).rejects.toThrow(/not a git repository/);
  });

  it('ends git when called off, and when the reader stops early', async () => {
    const fixture = new GitFixture();
    fixture.commit('Big', { big: 'line of text\n'.repeat(400_000) });
    const git = new Git(fixture.root);
    const abort = new AbortController();
    const reading = async (): Promise<void> => {
      for await (const chunk of git.stream(['show', 'HEAD:big'], { abort: abort.signal })) {
        if (chunk.length > 0) abort.abort(new Error('enough'));
      }
    };
    await expect(reading()).rejects.toThrow('enough');
    for await (const chunk of git.stream(['show', 'HEAD:big'])) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
  });

  it('runs nothing that the repository asks for', async () => {
    const fixture = new GitFixture();
    fixture.commit('One', { 'a.js': '1\n', '.gitattributes': '*.js diff=evil\n' });
    fixture.commit('Two', { 'a.js': '2\n' });
    fixture.git('config', 'diff.evil.textconv', 'touch pwned; cat');
    fixture.git('config', 'diff.external', 'touch pwned');
    fixture.git('config', 'core.fsmonitor', 'touch pwned');
    const reader = new RepositoryReader({ now: () => 0 }, () => []);
    await all(reader.read({ folder: fixture.root }));
    expect(existsSync(join(fixture.root, 'pwned'))).toBe(false);
  });
});

describe('records', () => {
  it('splits across chunks, within characters, and keeps what has no end', async () => {
    const bytes = ['a\0b', 'c\0\xc3', '\xa9\0\0d'];
    expect(await all(records(chunks(...bytes), 0))).toEqual(['a', 'bc', 'é', '', 'd']);
  });

  it('cuts a record that is too long and goes on after it', async () => {
    const split = records(chunks('x'.repeat(50), `${'x'.repeat(50)}\nnext\n`), 10, 10);
    expect(await all(split)).toEqual(['x'.repeat(10), 'next']);
  });

  it('makes U+FFFD of bytes that are no text', async () => {
    expect(await all(records(chunks('\xff\n'), 10))).toEqual(['\ufffd']);
  });
});
