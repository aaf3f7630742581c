import { describe, expect, it } from 'vitest';
import type { Commit } from '../../../../src/learning/repository/commit';
import { commitKind, plainSubject } from '../../../../src/learning/repository/commit-kind';
import { parseMessage } from '../../../../src/learning/repository/message';

const SHA = '0123456789abcdef0123456789abcdef01234567';

function parse(message: string, repo?: string) {
  const [subject = '', ...body] = message.split('\n\n');
  return parseMessage({ subject, body: body.join('\n\n') }, repo);
}

describe('parseMessage', () => {
  it('tells issues that are closed from those that are named', () => {
    const message = parse('Fix leak (#12)\n\nFixes #3, #4 and #8. See #5 and other/repo#6, a&#7;');
    expect(message.topics).toEqual(['#12', '#3', '#4', '#8', '#5']);
    expect(message.closes).toEqual(['#3', '#4', '#8']);
  });

  it("takes URLs of the repository's own issues for issues", () => {
    const text =
      'Stop\n\nfixes https://github.com/a/b/issues/9 and https://github.com/c/d/issues/8';
    expect(parse(text, 'github.com/a/b').closes).toEqual(['#9']);
  });

  it('finds the commit whose mistake is mended', () => {
    expect(parse('Mend\n\nFixes: 1f2a3b4c5d ("net: drop it")').mends).toEqual([
      { sha: '1f2a3b4c5d', subject: 'net: drop it' },
    ]);
    expect(parse(`Mend\n\nThis is a regression from ${SHA}.`).mends).toEqual([{ sha: SHA }]);
    expect(parse('Fix defaced page, fixes 1234567 rows').mends).toEqual([]);
  });

  it('reads reverts of git, of people and of conventions', () => {
    const body = `\n\nThis reverts commit ${SHA}.\n\nIt broke every build on Windows machines.`;
    const byGit = parse(`Revert "Add x (#3)"${body}`);
    expect(byGit.reverts).toEqual({ subject: 'Add x (#3)', sha: SHA });
    expect(byGit.mends).toEqual([]);
    expect(byGit.prose).toBe('It broke every build on Windows machines.');
    expect(parse('revert: feat: add y').reverts).toEqual({ subject: 'feat: add y' });
    expect(parse('Revert to the old parser').reverts).toBeUndefined();
  });

  it('keeps errors that are quoted', () => {
    const text =
      "Fix it\n\nTypeError: Cannot read 'x' of undefined\n\nAlso `Cannot find module foo`.";
    expect(parse(text).errors).toEqual([
      "TypeError: Cannot read 'x' of undefined",
      'Cannot find module foo',
    ]);
  });

  it("keeps the body's own sentences and nothing else", () => {
    const body = [
      '* squashed commit one',
      'Co-authored-by: A <a@b.c>\nSigned-off-by: A <a@b.c>',
      '```\ncode that is left out of it\n```',
      'The cache was never emptied,\nso memory grew without end.',
      '> somebody else said this in the review',
      'ok thanks',
    ].join('\n\n');
    expect(parse(`Fix leak\n\n${body}`).prose).toBe(
      'The cache was never emptied, so memory grew without end.',
    );
  });
});

describe('prose', () => {
  const said = 'signatures were compared byte by byte';
  it.each([
    `Fixes #9: ${said}`,
    `Fixes #9 - ${said}`,
    `Closes: #9, ${said}`,
    `Fix #3, #4 and #5: ${said}`,
    `${said}. Fixes #9.`,
  ])('%s: only what is explained', (body) => {
    expect(parse(`Mend\n\nIt told too much. ${body}`).prose.replace(/\.$/, '')).toBe(
      `It told too much. ${said}`,
    );
  });
});

describe('commitKind', () => {
  const commit = (subject: string, more: Partial<Commit> = {}): Commit => ({
    sha: SHA,
    parents: ['p'],
    at: 0,
    author: 'Ada',
    subject,
    body: '',
    changes: [{ status: 'M', path: 'src/a.ts' }],
    ...more,
  });
  const kind = (subject: string, more: Partial<Commit> = {}) => {
    const it = commit(subject, more);
    return commitKind(it, parseMessage(it));
  };

  it.each([
    'fix: avoid false positive for shadowed RegExp (#21050)',
    'Fix: comma-dangle had not checked imports',
    'Fixed crash when the config file is empty',
    '[Fix] close the socket when the peer is gone',
    'Stop reading after the end of the buffer (fixes #12)',
  ])('%s is a fix', (subject) => {
    expect(kind(subject)).toBe('fix');
  });

  it.each([
    'Fix typo',
    'fix: typo in a comment of the parser',
    'Fix lint errors in the new files',
    'fix(deps): update dependency zod to v4',
    'Bump lodash from 1.0.0 to 1.0.1',
    'Build: changelog update for 10.9.0',
    '10.9.0',
    'v2.0.0-rc.1',
    'chore: fix the release script again',
    'docs: fix broken links on the site',
    'Fix some `unicorn/no-null` violations',
    'Fix it',
  ])('%s is routine', (subject) => {
    expect(kind(subject)).toBe('routine');
  });

  it('goes by author, parents and files too', () => {
    const subject = 'fix: avoid a crash in the reader';
    expect(kind(subject, { author: 'renovate[bot]' })).toBe('routine');
    expect(kind(subject, { changes: [{ status: 'M', path: 'docs/a.md' }] })).toBe('routine');
    expect(kind(subject, { parents: ['p', 'q'] })).toBe('merge');
    expect(kind('feat: add a reader of files (fixes #3)')).toBe('change');
    expect(kind('Add a reader of files (fixes #3)')).toBe('change');
    expect(kind('Revert "fix: avoid a crash"')).toBe('revert');
  });

  it.each([
    ['fix(core)!: stop it (#12)', 'stop it'],
    ['Fix: do this, fixes #3 (#4)', 'do this'],
    ['[ci] run twice.', 'run twice'],
    ['[ci]: run twice', 'run twice'],
    ['fix(core) : stop it', 'stop it'],
    ['fix #9: compare signatures in constant time', 'compare signatures in constant time'],
    ['Fix #9 - stop it', 'stop it'],
    ['Fix #9 – stop it', 'stop it'],
    ['Fixes #9, stop it', 'stop it'],
    ['fix #9 and #10: stop it', 'stop it'],
    ['fix: #9: stop it', 'stop it'],
    ['Fix: (fixes #3) - stop it', 'stop it'],
    ['#9: stop it', 'stop it'],
    ['PR #9 - stop it', 'stop it'],
    ['[#9] stop it', 'stop it'],
    ['fix: stop it [#9]', 'stop it'],
    ['- stop it', 'stop it'],
    ['parser: fixes #9: stop it', 'parser: stop it'],
    ['stop it, see #3: there', 'stop it: there'],
    ['stop a, fixes #1, #2, and b', 'stop a, and b'],
    ['stop it -- fixes #9.', 'stop it'],
    ['do as #9 does', 'do as #9 does'],
    ['fix: .npmrc is not read', '.npmrc is not read'],
    ['fix: --quiet is not read (#9)', '--quiet is not read'],
    ['fixes #9 --quiet is not read', '--quiet is not read'],
    ['fix: :hover and ...rest are kept', ':hover and ...rest are kept'],
    ['fix: std::move (fixes #9) is meant', 'std::move is meant'],
    ['fix: stop it (fixes #3, fixes #4, fixes #5)', 'stop it'],
    ['fix: stop it (fixes #3, fixes #4, fixes', 'stop it, fixes'],
    ['fix: stop it (fixes: #3) (#4)', 'stop it'],
    ['Revert "stop it (#3)" (#4)', 'Revert "stop it"'],
    ['Fix #525 & #528', ''],
    ['fix #9', ''],
  ])('%s says %s', (subject, plain) => {
    expect(plainSubject(subject)).toBe(plain);
  });

  it('takes no time over hostile subjects', () => {
    const started = performance.now();
    plainSubject(`${'-'.repeat(100_000)}x`);
    plainSubject(`fixes ${' '.repeat(100_000)}x`);
    plainSubject(`a${', fixes #1'.repeat(10_000)}x`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
