import type { LintTopic } from '../lint-entry';

/** Lines and where they break. */
export const LINES: LintTopic = [
  {
    rule: 'eol-last',
    says: `require or disallow newline at the end of files
      end files with a newline
      files must end with a newline
      always put a newline at the end of the file
      no file without a final newline
      leave a newline at the end of each file
      end every file with an empty line
      the last line ends with a newline
      newline at end of file
      missing newline at the end of the file is forbidden`,
  },
  {
    rule: 'eol-last',
    options: ['never'],
    says: `no newline at the end of files
      files must not end with a newline`,
  },
  {
    rule: 'linebreak-style',
    says: `enforce consistent linebreak style
      use lf line endings
      use unix line endings
      no crlf line endings
      lf only, no crlf
      line endings must be lf`,
  },
  {
    rule: 'linebreak-style',
    options: ['windows'],
    says: `use crlf line endings
      use windows line endings
      line endings must be crlf`,
  },
  {
    rule: 'max-len',
    options: [{ code: '{n}' }],
    says: `enforce a maximum line length
      lines at most {n} characters
      no lines longer than {n} characters
      keep lines under {n} characters
      max line length {n}
      line length of {n}
      limit lines to {n} characters
      wrap lines at {n} characters
      wrap lines at {n} columns
      lines must not exceed {n} columns
      {n} characters per line
      limit line length
      long lines are forbidden
      lines must not be longer than {n}
      break lines after {n} characters`,
  },
  {
    rule: 'max-statements-per-line',
    says: `enforce a maximum number of statements allowed per line
      one statement per line
      only one statement per line
      no multiple statements on the same line
      do not put several statements on one line
      each statement on its own line
      no more than one statement per line`,
  },
  {
    rule: 'max-statements-per-line',
    options: [{ max: '{n}' }],
    says: `at most {n} statements per line
      no more than {n} statements per line`,
  },
  {
    rule: 'no-multiple-empty-lines',
    options: [{ max: '{n}' }],
    says: `disallow multiple empty lines
      no multiple empty lines
      no multiple blank lines
      at most {n} empty lines
      no more than {n} consecutive blank lines
      no more than {n} blank lines in a row
      do not leave several blank lines in a row
      no consecutive blank lines
      collapse consecutive empty lines
      no several blank lines one after another
      no too many blank lines
      empty lines do not pile up
      no pile of empty lines
      no big gaps of blank lines
      never several empty lines one after another
      no empty lines on top of each other`,
  },
  {
    rule: 'no-multiple-empty-lines',
    options: [{ max: 1 }],
    says: `at most one empty line in a row
      no more than one blank line in a row
      no double blank lines
      only one blank line at a time
      no two consecutive blank lines
      never more than one consecutive empty line`,
  },
  {
    rule: 'padded-blocks',
    options: ['never'],
    says: `no padding within blocks
      no blank lines at the start or end of blocks
      do not start or end blocks with an empty line
      no empty lines at the beginning of a function`,
  },
  {
    rule: 'padded-blocks',
    says: `require or disallow padding within blocks
      start and end blocks with an empty line
      pad blocks with blank lines`,
  },
  {
    rule: 'newline-before-return',
    says: `require an empty line before return statements
      put a blank line before return
      always leave an empty line before return statements
      no return without an empty line before it
      separate return from the code above with a blank line
      add an empty line above return
      give return some air: empty line above it
      blank line above return
      an empty line goes before return
      return stands apart with a blank line above
      the line above a return is empty
      give return a blank line before it
      keep an empty line between other code and return`,
  },
  {
    rule: 'newline-after-var',
    says: `require or disallow an empty line after variable declarations
      put a blank line after variable declarations
      leave an empty line after variable declarations
      separate variable declarations from the rest with a blank line`,
  },
  {
    rule: 'newline-after-var',
    options: ['never'],
    says: `no empty line after variable declarations
      no blank lines after variable declarations`,
  },
  {
    rule: 'lines-around-directive',
    says: `require or disallow newlines around directives
      put blank lines around directives
      leave an empty line after use strict`,
  },
  {
    rule: 'newline-per-chained-call',
    says: `require a newline after each call in a method chain
      put each call of a method chain on its own line
      break method chains onto separate lines
      one chained call per line
      each chained method call on a new line`,
  },
  {
    rule: 'dot-location',
    options: ['property'],
    says: `put the dot at the start of the line in method chains
      the dot goes on the same line as the property
      break lines before the dot`,
  },
  {
    rule: 'dot-location',
    says: `enforce consistent newlines before and after dots
      put the dot at the end of the line in member expressions
      break lines after the dot`,
  },
  {
    rule: 'operator-linebreak',
    options: ['before'],
    says: `put operators at the start of the line when breaking
      break lines before operators
      operators go at the beginning of the next line`,
  },
  {
    rule: 'operator-linebreak',
    says: `enforce consistent linebreak style for operators
      put operators at the end of the line when breaking
      break lines after operators`,
  },
  {
    rule: 'object-curly-newline',
    says: `enforce consistent line breaks after opening and before closing braces
      put newlines inside object braces consistently
      consistent newlines inside object braces`,
  },
  {
    rule: 'object-property-newline',
    says: `enforce placing object properties on separate lines
      put each object property on its own line
      one object property per line
      each property of an object on a new line
      object properties on separate lines
      no two object properties on the same line
      do not put several object properties on one line
      place every key of an object on a separate line
      every property in its own line
      properties of an object one below the other
      each property of an object on its own line
      one property a line in object literals
      no two properties on the same line
      a new line for every key
      object with several properties has one on each line
      properties stand on lines of their own`,
  },
  {
    rule: 'array-bracket-newline',
    says: `enforce linebreaks after opening and before closing array brackets
      put newlines after the opening and before the closing array bracket
      break lines inside array brackets`,
  },
  {
    rule: 'array-element-newline',
    says: `enforce line breaks after each array element
      put each array element on its own line
      one array element per line
      array elements on separate lines`,
  },
  {
    rule: 'function-paren-newline',
    says: `enforce consistent line breaks inside function parentheses
      consistent newlines inside function parentheses
      newlines inside the parentheses of a function must be consistent`,
  },
  {
    rule: 'function-call-argument-newline',
    says: `enforce line breaks between arguments of a function call
      put each argument of a function call on its own line
      one argument per line in function calls`,
  },
  {
    rule: 'implicit-arrow-linebreak',
    says: `enforce the location of arrow function bodies
      put the body of an arrow function on the same line as the arrow
      no newline after the arrow
      no line break between arrow and body`,
  },
  {
    rule: 'multiline-ternary',
    says: `enforce newlines between operands of ternary expressions
      put each part of a ternary on its own line
      break ternaries onto multiple lines
      ternaries must be written on separate lines`,
  },
  {
    rule: 'multiline-ternary',
    options: ['never'],
    says: `keep ternaries on the same line
      no newlines in ternary expressions
      no multiline ternaries`,
  },
];
