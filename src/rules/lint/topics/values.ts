import type { LintTopic } from '../lint-entry';

/** Strings, numbers and regular expressions. */
export const VALUES: LintTopic = [
  {
    rule: 'prefer-template',
    says: `require template literals instead of string concatenation
      use template literals instead of string concatenation
      no string concatenation
      do not concatenate strings with +
      use backticks for building strings rather than plus
      build strings with template literals
      never join strings with the plus operator
      prefer template strings over concatenation
      use string interpolation
      template string rather than plus
      no plus between strings and variables`,
  },
  {
    rule: 'no-useless-concat',
    says: `disallow unnecessary concatenation of literals or template literals
      no useless string concatenation
      do not concatenate two string literals
      no concatenation of literals that could be one string`,
  },
  {
    rule: 'no-template-curly-in-string',
    says: `disallow template literal placeholder syntax in regular strings
      do not use template placeholders in regular strings
      no \${} in normal strings
      never write \${expression} in a string with quotes
      template placeholders belong in backticks, not quotes
      use backticks when a string has a \${} placeholder
      no template literal syntax inside ordinary quoted strings
      \${name} in plain quotes does nothing, use backticks
      placeholder in a string needs backticks`,
  },
  {
    rule: 'no-multi-str',
    says: `disallow multiline strings
      no multiline strings
      do not use backslash to continue a string on the next line
      strings must not span several lines
      never break a string literal with a backslash`,
  },
  {
    rule: 'no-useless-escape',
    says: `disallow unnecessary escape characters
      no unnecessary escapes
      do not escape characters that do not need it
      no useless backslashes in strings and regex`,
  },
  {
    rule: 'no-octal',
    says: `disallow octal literals
      no octal literals
      never use octal numbers
      do not write numbers with a leading zero
      no numbers with leading zeros`,
  },
  {
    rule: 'no-octal-escape',
    says: `disallow octal escape sequences in string literals
      no octal escapes in strings
      do not use octal escape sequences
      never use octal escapes
      use unicode escapes instead of octal escape sequences
      octal escape in a string is forbidden, take the unicode one`,
  },
  {
    rule: 'no-nonoctal-decimal-escape',
    says: `disallow \\8 and \\9 escape sequences in string literals
      never use \\8 or \\9 in strings
      no \\8 and \\9 escapes
      \\8 and \\9 escapes are forbidden`,
  },
  {
    rule: 'no-floating-decimal',
    says: `disallow leading or trailing decimal points in numeric literals
      no leading or trailing decimal points
      do not write numbers like .5 or 2.
      always put digits on both sides of the decimal point
      numbers must have a digit before and after the decimal point
      never start or end a number with a decimal point
      no floating decimals
      write the leading zero in decimals
      a number must not begin or end with the dot
      zero before the decimal point`,
  },
  {
    rule: 'no-magic-numbers',
    says: `disallow magic numbers
      no magic numbers
      do not use magic numbers
      put numbers in named constants
      no hard coded numbers
      use named constants instead of magic numbers
      every number literal must be a named constant
      give numbers a name as a constant
      extract numeric literals to constants
      numbers with meaning get a named constant
      no bare numbers in code, name them`,
  },
  {
    rule: 'no-loss-of-precision',
    says: `disallow literal numbers that lose precision
      no number literals that lose precision
      do not write numbers that lose precision
      number literals must be exactly representable`,
  },
  {
    rule: 'prefer-exponentiation-operator',
    says: `disallow the use of Math.pow in favor of the ** operator
      use ** instead of Math.pow
      never use Math.pow
      no Math.pow
      prefer the exponentiation operator
      use the exponent operator
      raise to a power with **
      powers with ** and not Math.pow`,
  },
  {
    rule: 'prefer-numeric-literals',
    says: `disallow parseInt() and Number.parseInt() in favor of binary, octal, and hexadecimal literals
      use binary, octal and hexadecimal literals instead of parseInt
      do not use parseInt for binary, octal or hexadecimal numbers
      write 0b, 0o and 0x literals rather than parsing strings
      prefer numeric literals over parseInt
      use numeric literals like 0xFF, not parseInt with a radix
      do not use parseInt to write hex literals
      write 0xff instead of parseInt('ff', 16)`,
  },
  {
    rule: 'radix',
    says: `enforce the use of the radix argument when using parseInt()
      always pass a radix to parseInt
      parseInt needs a radix
      never call parseInt without a radix
      use the radix parameter of parseInt
      give parseInt its second argument
      always specify the base in parseInt
      pass 10 to parseInt
      parseInt with base
      second argument of parseInt is mandatory`,
  },
  {
    rule: 'no-control-regex',
    says: `disallow control characters in regular expressions
      no control characters in regex
      do not use control characters in regular expressions
      regular expressions must not contain ASCII control characters
      never put control chars in a regexp
      no ASCII control chars like \\x1f in a regex
      control codes do not belong in regular expressions`,
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
      no regex literal that begins with =`,
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
      more than one space in a regex is hard to count`,
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
      broken regular expressions are forbidden`,
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
      parens around regex before calling test on it`,
  },
];
