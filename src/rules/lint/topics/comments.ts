import type { LintTopic } from '../lint-entry';

/** Comments and names. */
export const COMMENTS: LintTopic = [
  {
    rule: 'no-inline-comments',
    says: `disallow inline comments after code
      no inline comments
      no comments on the same line as code
      put comments on their own line
      comments go above the code, not after it
      do not write comments at the end of a line of code
      never put a comment after code on the same line
      no trailing comments after code
      put line comments above the code
      line comments go above, not beside the code
      comment above the line, not behind the code
      comments get a line of their own
      no comment on the same line as code
      a comment stands on its own line
      comments next to code are forbidden
      comment goes on the line above the code
      no comments behind statements
      comments to the right of code are hard to read`,
  },
  {
    rule: 'line-comment-position',
    says: `enforce position of line comments`,
  },
  {
    rule: 'line-comment-position',
    options: ['beside'],
    says: `put line comments beside the code
      line comments go at the end of the line`,
  },
  {
    rule: 'no-warning-comments',
    options: [{ terms: ['todo', 'fixme', 'xxx', 'hack'] }],
    says: `disallow specified warning terms in comments
      no todo comments
      do not leave todos in the code
      never leave todo or fixme comments
      remove todo comments
      do not commit todo comments
      no warning comments
      todo comments are forbidden
      no todos or fixmes in comments`,
  },
  {
    rule: 'capitalized-comments',
    says: `enforce or disallow capitalization of the first letter of a comment
      start comments with a capital letter
      comments must begin with a capital letter
      capitalize comments
      capitalize the first letter of a comment`,
  },
  {
    rule: 'capitalized-comments',
    options: ['never'],
    says: `do not capitalize comments
      start comments with a lowercase letter
      comments begin in lower case`,
  },
  {
    rule: 'spaced-comment',
    says: `enforce consistent spacing after the // or /* in a comment
      put a space after // in comments
      start comments with a space
      comments must begin with a space
      always put a space after the comment marker
      no comments without a space after the slashes
      a space after the slashes of a comment
      comment text must not stick to //`,
  },
  {
    rule: 'multiline-comment-style',
    says: `enforce a particular style for multiline comments
      use starred block comments for multiline comments
      multiline comments must be block comments with a star on each line
      do not use consecutive line comments for multiline comments`,
  },
  {
    rule: 'multiline-comment-style',
    options: ['separate-lines'],
    says: `use // for multiline comments
      multiline comments must be consecutive line comments
      use line comments instead of block comments`,
  },
  {
    rule: 'lines-around-comment',
    says: `require empty lines around comments
      put an empty line before block comments
      leave a blank line before comments
      put blank lines around comments`,
  },
  {
    rule: 'camelcase',
    says: `enforce camelcase naming convention
      use camelcase names
      name variables in camelcase
      use camelcase for variable names
      use camelcase for variables and functions
      identifiers must be camelcase
      no snake_case names
      do not use snake_case for variables, use camelcase
      variables and function names in camelcase, not snake_case
      names are camelcase
      snake_case is forbidden`,
  },
  {
    rule: 'id-length',
    options: [{ min: '{n}' }],
    says: `enforce minimum and maximum identifier lengths
      identifiers must be at least {n} characters long
      variable names at least {n} characters
      no variable names shorter than {n} characters
      names must have at least {n} letters
      no single letter variable names
      do not use one letter variable names
      no single character identifiers
      avoid too short variable names
      single letter names are forbidden
      one letter variables are forbidden`,
  },
  {
    rule: 'no-underscore-dangle',
    says: `disallow dangling underscores in identifiers
      no leading or trailing underscores in names
      do not start names with an underscore
      no underscore prefix
      do not prefix variables with an underscore
      identifiers must not begin or end with an underscore
      underscore at the start or end of a name is forbidden`,
  },
];
