import type { LintTopic } from '../lint-entry';

/** Regular expressions. */
export const REGEXES: LintTopic = [
  {
    rule: 'no-control-regex',
    says: `disallow control characters in regular expressions
      no control characters in regex
      do not use control characters in regular expressions
      regular expressions must not contain ASCII control characters
      never put control chars in a regexp
      no ASCII control chars like \\x1f in a regex
      control codes do not belong in regular expressions
      control characters in a regex are a mistake
      regex must not match control characters
      regexes stay free of control characters
      no invisible control characters in patterns
      no \\x00 to \\x1f in a regex
      ASCII control codes in a regex are forbidden`,
  },
  {
    rule: 'no-div-regex',
    says: `disallow equal signs explicitly at the beginning of regular expressions
      regular expressions must not start with an equal sign
      do not begin a regex with =
      no regex that looks like division
      escape the equals sign at the start of a regex
      never start a regex literal with an equals sign
      no /= at the start of a regex
      a regex starting with = can be mistaken for division
      no regex literal that begins with =
      regex must not begin with an equals sign
      regex beginning with = looks like a division assignment
      put = in a character class at the start of a regex
      a regex literal that starts with = is confusing
      escape = as first character of a regex
      no equal sign as the first character of a regex`,
  },
  {
    rule: 'no-regex-spaces',
    says: `disallow multiple spaces in regular expressions
      no multiple spaces in regex
      do not use several consecutive spaces in regular expressions
      use a quantifier instead of multiple spaces in a regex
      write {3} rather than repeating spaces in regexes
      never put more than one space in a row in a regex
      count spaces in a regex with {n}
      more than one space in a regex is hard to count
      spaces in a regex must be counted with a quantifier
      several spaces in a regex are unreadable
      more than one space in a regex becomes {2}
      a run of blanks in a regex needs a quantifier
      no double spaces in a regex`,
  },
  {
    rule: 'no-invalid-regexp',
    says: `disallow invalid regular expression strings in RegExp constructors
      no invalid regular expressions
      do not pass invalid patterns to RegExp
      regex strings must be valid
      RegExp constructor patterns and flags must be valid
      never construct an invalid regex
      strings given to new RegExp must be valid regular expressions
      RegExp must be given a valid pattern
      broken regular expressions are forbidden
      new RegExp must get a valid pattern
      no broken patterns in RegExp
      pattern and flags of a RegExp must be correct
      an invalid regex throws at runtime
      RegExp strings that do not compile are forbidden
      invalid flags or unbalanced brackets in RegExp
      new RegExp with a string that does not parse`,
  },
  {
    rule: 'no-empty-character-class',
    says: `disallow empty character classes in regular expressions
      no empty character classes in regex
      never use [] in a regular expression`,
  },
  {
    rule: 'no-misleading-character-class',
    says: `disallow characters which are made with multiple code points in character class syntax
      no multi code point characters in regex character classes
      do not put emoji in a character class`,
  },
  {
    rule: 'no-useless-backreference',
    says: `disallow useless backreferences in regular expressions
      no useless backreferences in regex
      backreferences must match something`,
  },
  {
    rule: 'prefer-named-capture-group',
    says: `enforce using named capture group in regular expression
      use named capture groups in regex
      name capture groups in regular expressions
      no unnamed capture groups in regular expressions`,
  },
  {
    rule: 'prefer-regex-literals',
    says: `disallow use of the RegExp constructor in favor of regular expression literals
      use regex literals instead of the RegExp constructor
      prefer regex literals over new RegExp
      no new RegExp for constant patterns`,
  },
  {
    rule: 'require-unicode-regexp',
    says: `enforce the use of u or v flag on regular expressions
      use the unicode flag on regular expressions
      always use the u flag in regex
      every regex needs the u or v flag
      no regular expressions without the u flag`,
  },
  {
    rule: 'wrap-regex',
    says: `require parenthesis around regex literals
      wrap regex literals in parentheses
      put parens around regular expression literals
      regex literals must be wrapped in parentheses
      surround regexes with parentheses when calling a method on them
      never call a method on a bare regex literal, wrap it in parentheses
      a regex literal with a method call goes in parentheses
      parens around regex before calling test on it
      a regex needs parens before calling a method on it
      parentheses around regex literals
      a bare regex with .test on it looks strange, put it in parens
      regex literals that are used directly get parens
      wrap the regex before .test or .exec`,
  },
];
