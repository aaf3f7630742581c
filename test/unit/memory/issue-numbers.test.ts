import { expect, test } from 'vitest';
import { issueNumbers, issueNumbersOfBranch } from '../../../src/memory/issue-numbers';

test.each([
  ['see #12, GH-7 and #12 again', ['#12', '#7']],
  ['org/repo#5, a&#39; and ##6 are none', []],
  ['#0 and #007', ['#7']],
])('numbers in the text %s', (text, expected) => {
  expect(issueNumbers(text)).toEqual(expected);
});

test.each([
  ['fix/1234-flaky-prices', ['#1234']],
  ['issue-77', ['#77']],
  ['gh_88/try', ['#88']],
  ['GH88', ['#88']],
  ['me/12-and-34', ['#12', '#34']],
  ['release/1.22.3', []],
  ['v8.1234', []],
  ['utf8-names', []],
  ['step-2', []],
])('numbers in the branch %s', (branch, expected) => {
  expect(issueNumbersOfBranch(branch)).toEqual(expected);
});
