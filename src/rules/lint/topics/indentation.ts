import type { LintTopic } from '../lint-entry';

/** Spaces and tabs as such. */
export const INDENTATION: LintTopic = [
  {
    rule: 'no-multi-spaces',
    says: `disallow multiple spaces
      no multiple spaces
      no consecutive spaces
      do not use more than one space in a row
      never use two spaces in a row outside indentation
      no double spaces
      use only a single space between tokens
      do not align code with multiple spaces
      several spaces in a row are forbidden
      one space between words is enough
      only one space at a time
      no extra spaces in the middle of a line
      no two spaces where one is enough
      no aligning with extra spaces
      multiple spaces in a row outside of indentation are forbidden`,
  },
  {
    rule: 'no-trailing-spaces',
    says: `disallow trailing whitespace at the end of lines
      no trailing spaces
      no trailing whitespace
      strip trailing whitespace
      no spaces at the end of a line
      lines must not end with whitespace
      remove trailing whitespace
      do not leave whitespace at the end of lines
      whitespace behind the last character of a line is forbidden
      trim the end of each line
      no blanks at line ends
      lines end without spaces
      nothing invisible after the last character of a line
      whitespace at line ends must go
      trailing whitespace makes noisy diffs
      trim line ends
      no tabs or spaces at the end of a line`,
  },
  {
    rule: 'no-whitespace-before-property',
    says: `disallow whitespace before properties
      no whitespace before properties
      no spaces around the dot in property access
      do not put a space before a property
      no space between an object and its property
      never put a space around the dot when accessing a property
      no whitespace before the dot of a member access
      no space before the dot
      object and property stick together without space
      no space before or after the dot
      no space around the dot or before the bracket of a property
      no gap between object and property
      property access without spaces`,
  },
  {
    rule: 'no-irregular-whitespace',
    says: `disallow irregular whitespace
      no irregular whitespace
      do not use unusual whitespace characters
      no non breaking spaces or other odd whitespace
      use only normal spaces and tabs, no special unicode whitespace
      no weird whitespace characters
      never use invisible whitespace characters
      only regular spaces are allowed as whitespace
      only normal spaces, no non breaking spaces
      special unicode spaces are forbidden
      normal spaces only, no nbsp
      no non breaking spaces
      no nbsp
      no zero width or non breaking spaces pasted from somewhere
      unusual unicode spaces are forbidden
      invisible unicode characters are forbidden
      only plain spaces, tabs and newlines as whitespace`,
  },
  {
    rule: 'no-mixed-spaces-and-tabs',
    says: `disallow mixed spaces and tabs for indentation
      do not mix spaces and tabs
      do not mix tabs and spaces for indentation
      never mix tabs with spaces
      no mixed tabs and spaces
      no tabs and spaces mixed in one indent
      choose tabs or spaces, not a mix of both
      tabs or spaces but not both in an indent
      never tabs and spaces in the same line
      not tabs and spaces together in one indentation
      an indent has tabs or spaces, not both
      mixed indentation is forbidden`,
  },
  {
    rule: 'no-tabs',
    says: `disallow all tabs
      no tabs
      never use tabs
      do not use tab characters
      no tab characters anywhere
      tabs are forbidden
      do not indent with tabs
      indent with spaces
      use spaces for indentation
      use spaces instead of tabs
      use spaces, not tabs
      indent with spaces, not tabs
      never use tabs for indentation, use spaces
      tabs are banned, spaces only
      spaces only, tabs are forbidden`,
  },
  {
    rule: 'indent',
    options: ['{n}'],
    says: `enforce consistent indentation
      indent with {n} spaces
      use {n} spaces for indentation
      {n} space indentation
      use {n} spaces
      indent by {n} spaces
      use {n}-space indents
      indentation is {n} spaces
      use {n} spaces, not tabs
      use {n} spaces instead of tabs
      indent with {n} spaces, not tabs
      use consistent indentation
      indent code consistently
      code must be indented consistently
      indentation must be consistent
      keep the indentation consistent`,
  },
  {
    rule: 'indent',
    options: ['tab'],
    says: `indent with tabs
      use tabs for indentation
      use tabs, not spaces
      use tabs instead of spaces
      indent with tabs, not spaces
      do not indent with spaces, use tabs
      always use tabs
      tabs only for indentation`,
  },
];
