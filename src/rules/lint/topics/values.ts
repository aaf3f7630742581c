import type { LintTopic } from '../lint-entry';

/** Strings and numbers. */
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
      no plus between strings and variables
      variables in strings with backticks and \${}
      no concatenating with plus
      no plus to build strings
      put variables into text with template literals
      backticks instead of + for strings
      strings with variables are templates
      gluing strings with + is ugly`,
  },
  {
    rule: 'no-useless-concat',
    says: `disallow unnecessary concatenation of literals or template literals
      no useless string concatenation
      do not concatenate two string literals
      no concatenation of literals that could be one string
      concatenating two literals is useless`,
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
      placeholder in a string needs backticks
      \${} works only in backticks
      \${name} in quotes is a mistake
      a placeholder in quotes is not replaced
      no \${} in single or double quotes
      \${} inside quotes is printed as it is`,
  },
  {
    rule: 'no-multi-str',
    says: `disallow multiline strings
      no multiline strings
      do not use backslash to continue a string on the next line
      strings must not span several lines
      never break a string literal with a backslash
      a string must not go over several lines with a backslash
      backslash at the end of a line in a string is forbidden`,
  },
  {
    rule: 'no-useless-escape',
    says: `disallow unnecessary escape characters
      no unnecessary escapes
      do not escape characters that do not need it
      no useless backslashes in strings and regex
      a backslash that does nothing is useless
      needless backslashes in strings and regexes`,
  },
  {
    rule: 'no-octal',
    says: `disallow octal literals
      no octal literals
      never use octal numbers
      do not write numbers with a leading zero
      no numbers with leading zeros
      octal numbers are forbidden`,
  },
  {
    rule: 'no-octal-escape',
    says: `disallow octal escape sequences in string literals
      no octal escapes in strings
      do not use octal escape sequences
      never use octal escapes
      use unicode escapes instead of octal escape sequences
      octal escape in a string is forbidden, take the unicode one
      octal escapes are forbidden in strings
      string escapes in hex or unicode, not octal
      use hex or unicode escapes instead of octal
      no backslash with octal digits in strings
      octal escapes are deprecated`,
  },
  {
    rule: 'no-nonoctal-decimal-escape',
    says: `disallow \\8 and \\9 escape sequences in string literals
      never use \\8 or \\9 in strings
      no \\8 and \\9 escapes
      \\8 and \\9 escapes are forbidden
      no backslash before 8 or 9 in strings
      a backslash in front of 8 or 9 is useless
      \\8 in a string is just 8`,
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
      zero before the decimal point
      no number without digit before the point
      numbers have digits before and after the decimal point
      decimal point needs a digit on either side
      a decimal never starts or ends with the dot`,
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
      no bare numbers in code, name them
      every number gets a name
      put each number in a named const
      a bare number means nothing, name it
      unexplained numbers become constants
      number literals belong in constants
      nobody knows what a number means without a name`,
  },
  {
    rule: 'no-loss-of-precision',
    says: `disallow literal numbers that lose precision
      no number literals that lose precision
      do not write numbers that lose precision
      number literals must be exactly representable
      number literals too big to be exact are forbidden`,
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
      powers with ** and not Math.pow
      powers are written with **
      ** over Math.pow
      Math.pow is old, use **
      use the ** operator for powers
      Math.pow must be replaced`,
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
      write 0xff instead of parseInt('ff', 16)
      no parseInt on a constant string with base 2, 8 or 16
      use 0x instead of parseInt on a constant string
      parseInt with a literal string is useless, write 0x, 0b or 0o
      binary, octal and hex numbers are written as literals
      hex numbers as 0x literals
      0b, 0o and 0x exist, no parseInt for constants`,
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
      second argument of parseInt is mandatory
      parseInt always with base 10
      parseInt gets a second argument
      tell parseInt the base
      no parseInt without a base
      parseInt without radix is forbidden
      parseInt with only one argument is forbidden`,
  },
];
