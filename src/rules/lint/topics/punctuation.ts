import type { LintTopic } from '../lint-entry';

/** Quotes, semicolons, commas, braces and parentheses. */
export const PUNCTUATION: LintTopic = [
  {
    rule: 'quotes',
    options: ['single', { avoidEscape: true }],
    says: `use single quotes
      use single quotes for strings
      strings in single quotes
      single quotes instead of double quotes
      use single quotes, not double quotes
      no double quotes
      never use double quotes for strings
      string literals must use single quotes
      single quotes only
      double quotes are forbidden`,
  },
  {
    rule: 'quotes',
    options: ['double', { avoidEscape: true }],
    says: `enforce the consistent use of either backticks, double, or single quotes
      use double quotes
      use double quotes for strings
      strings in double quotes
      double quotes instead of single quotes
      use double quotes, not single quotes
      no single quotes
      never use single quotes for strings
      string literals must use double quotes
      double quotes only
      single quotes are forbidden`,
  },
  {
    rule: 'quotes',
    options: ['backtick'],
    says: `use backticks for all strings
      use backticks instead of quotes
      always use template literals for strings`,
  },
  {
    rule: 'jsx-quotes',
    says: `enforce the consistent use of either double or single quotes in JSX attributes
      use double quotes in JSX attributes
      double quotes for JSX attributes`,
  },
  {
    rule: 'jsx-quotes',
    options: ['prefer-single'],
    says: `use single quotes in JSX attributes
      single quotes for JSX attributes
      no double quotes in JSX attributes`,
  },
  {
    rule: 'semi',
    says: `require or disallow semicolons instead of ASI
      always use semicolons
      use semicolons
      end statements with semicolons
      every statement ends with a semicolon
      semicolons are required
      never omit semicolons
      do not rely on automatic semicolon insertion
      no missing semicolons
      a statement ends with a semicolon
      semicolon at the end of every statement`,
  },
  {
    rule: 'semi',
    options: ['never'],
    says: `no semicolons
      never use semicolons
      do not use semicolons
      omit semicolons
      no semicolons at the end of statements
      leave out semicolons
      semicolons are forbidden
      write code without semicolons
      semicolons are noise, leave them out`,
  },
  {
    rule: 'semi-style',
    says: `enforce location of semicolons
      put semicolons at the end of statements, not at the start of the line
      semicolons go at the end of lines`,
  },
  {
    rule: 'no-extra-semi',
    says: `disallow unnecessary semicolons
      no extra semicolons
      no double semicolons
      remove unnecessary semicolons
      do not write superfluous semicolons
      never put more than one semicolon
      no stray semicolons
      no empty statements from extra semicolons
      one semicolon is enough
      no semicolon after a function declaration or after another semicolon
      double semicolons
      no double semicolon
      spare semicolons get removed
      semicolon after a function declaration is useless
      no semicolon after a closing brace of a function or class
      useless semicolons must go
      stray semicolons are forbidden`,
  },
  {
    rule: 'no-unexpected-multiline',
    says: `disallow confusing multiline expressions
      no confusing multiline expressions
      do not start a line with a parenthesis or bracket that continues the previous line
      no expressions that accidentally continue on the next line
      avoid code where a missing semicolon joins two lines
      no unexpected multiline expressions
      a line must not begin with (, [ or a backtick that continues the line above
      do not break lines where automatic semicolon insertion is ambiguous
      never start a line with a parenthesis, bracket or backtick
      no line that begins with ( or [ glued to the line above
      a line that begins with a paren or bracket continues the line above
      no line starting with ( or [ without a semicolon before it
      a missing semicolon glues two lines together
      line starting with bracket after a line without semicolon is read as one expression
      two lines become one expression without a semicolon
      lines beginning with parenthesis, bracket or backtick need a semicolon before`,
  },
  {
    rule: 'comma-dangle',
    options: ['always-multiline'],
    says: `use trailing commas
      always use trailing commas
      trailing commas in multiline objects and arrays
      add a trailing comma in multiline lists
      put a trailing comma after the last element
      trailing commas are required
      trailing comma after the last item of a multiline list`,
  },
  {
    rule: 'comma-dangle',
    says: `require or disallow trailing commas
      no trailing commas
      never use trailing commas
      do not put a comma after the last element
      no trailing commas in objects and arrays
      no dangling commas
      trailing commas are forbidden
      no comma after the last item`,
  },
  {
    rule: 'comma-style',
    says: `enforce consistent comma style
      put commas at the end of the line
      commas go last, not first
      no comma first style
      no commas at the start of a line`,
  },
  {
    rule: 'comma-style',
    options: ['first'],
    says: `put commas at the start of the line
      use comma first style`,
  },
  {
    rule: 'brace-style',
    says: `enforce consistent brace style for blocks
      put the opening brace on the same line
      opening braces go on the same line as the statement
      use the one true brace style
      no opening brace on its own line
      do not put opening braces on a new line
      else goes on the same line as the closing brace`,
  },
  {
    rule: 'brace-style',
    options: ['allman'],
    says: `put the opening brace on its own line
      opening braces go on a new line
      use allman brace style`,
  },
  {
    rule: 'brace-style',
    options: ['stroustrup'],
    says: `use stroustrup brace style
      put else on a new line after the closing brace`,
  },
  {
    rule: 'nonblock-statement-body-position',
    says: `enforce the location of single-line statements
      put the body of an if without braces on the same line
      single statement bodies go beside the condition`,
  },
  {
    rule: 'arrow-parens',
    says: `require parentheses around arrow function arguments
      always put parentheses around arrow function parameters
      use parens around arrow function arguments
      no arrow function parameters without parentheses
      wrap arrow function parameters in parentheses`,
  },
  {
    rule: 'arrow-parens',
    options: ['as-needed'],
    says: `omit parentheses around a single arrow function parameter
      no parentheses around single arrow function arguments
      no parens around arrow function parameters unless needed
      drop unnecessary parentheses of arrow function parameters`,
  },
  {
    rule: 'no-confusing-arrow',
    says: `disallow arrow functions where they could be confused with comparisons
      no arrow functions that look like comparisons
      no confusing arrow functions with a ternary body`,
  },
  {
    rule: 'no-extra-parens',
    says: `disallow unnecessary parentheses
      no extra parentheses
      no unnecessary parens
      remove redundant parentheses
      do not wrap expressions in parentheses that are not needed`,
  },
  {
    rule: 'new-parens',
    says: `enforce or disallow parentheses when invoking a constructor with no arguments
      always use parentheses with new
      call constructors with parentheses even without arguments
      never omit parentheses when calling a constructor
      no new without parentheses`,
  },
  {
    rule: 'wrap-iife',
    says: `require parentheses around immediate function invocations
      wrap iifes in parentheses
      put parentheses around immediately invoked functions
      iifes must be wrapped in parens`,
  },
];
