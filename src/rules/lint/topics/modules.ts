import type { LintTopic } from '../lint-entry';

/** Files as modules: what they import, and how large they grow. */
export const MODULES: LintTopic = [
  {
    rule: 'global-require',
    says: `require require() calls to be placed at top-level module scope
      put all require calls at the top of the module
      no require inside functions
      require modules only at the top level
      do not call require inside a function`,
  },
  {
    rule: 'no-new-require',
    says: `disallow new operators with calls to require
      never use new require
      no new require
      do not use new with require`,
  },
  {
    rule: 'no-mixed-requires',
    says: `disallow require calls to be mixed with regular variable declarations
      do not mix require calls with other variable declarations
      keep require declarations separate from other variables`,
  },
  {
    rule: '@typescript-eslint/no-require-imports',
    says: `disallow invocation of require()
      never use require
      no require
      use import instead of require
      use es module imports rather than require
      do not use require() to import modules
      disallow require statements except in import statements
      use import, not commonjs require
      require is forbidden, use import
      require is old, use import`,
  },
  {
    rule: 'no-duplicate-imports',
    says: `disallow duplicate module imports
      no duplicate imports
      do not import the same module twice
      import each module only once
      merge imports from the same module
      combine imports from the same module into one statement
      only one import statement per module
      never import from the same module in several statements
      put all names from one module in a single import
      one import per module
      do not import from the same file twice
      two imports from the same path become one
      merge imports of one module
      a module is imported only once
      no second import statement for the same module`,
  },
  {
    rule: 'sort-imports',
    says: `enforce sorted import declarations within modules
      sort imports
      imports must be sorted
      sort import statements alphabetically
      keep imports in alphabetical order
      imports sorted alphabetically
      order imports alphabetically
      import declarations must be sorted within a module
      imports in sorted order
      alphabetical imports
      imports are in alphabetical order
      imports and their members are sorted
      import statements in alphabetical order, members too
      sort the members of an import
      imported names in alphabetical order
      alphabetize imports
      unsorted imports are forbidden`,
  },
  {
    rule: 'strict',
    says: `require or disallow strict mode directives
      use strict mode
      always add use strict
      every file needs use strict
      use strict mode directives`,
  },
  {
    rule: 'strict',
    options: ['never'],
    says: `no use strict
      never add use strict
      do not use strict mode directives
      remove use strict directives`,
  },
  {
    rule: 'max-lines',
    options: [{ max: '{n}' }],
    says: `enforce a maximum number of lines per file
      files at most {n} lines
      files must be at most {n} lines long
      no files longer than {n} lines
      keep files under {n} lines
      a file must not exceed {n} lines
      max {n} lines per file
      limit the number of lines in a file
      cap the lines of each file`,
  },
  {
    rule: 'unicode-bom',
    says: `require or disallow Unicode byte order mark (BOM)
      no byte order mark
      files must not start with a BOM
      no unicode BOM`,
  },
  {
    rule: 'unicode-bom',
    options: ['always'],
    says: `files must start with a BOM
      always add a unicode byte order mark`,
  },
];
