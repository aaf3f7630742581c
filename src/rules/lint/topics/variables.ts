import type { LintTopic } from '../lint-entry';

/** Declaring variables, and where they are known. */
export const VARIABLES: LintTopic = [
  {
    rule: 'no-var',
    says: `require let or const instead of var
      never use var
      no var
      use const or let, not var
      var is forbidden
      declare variables with let or const
      do not declare variables with var
      var declarations are not allowed
      use block scoped variables instead of var
      var is old, take let or const
      let and const instead of var
      var is dead
      only let and const
      no var, only let and const
      var must not be used anymore
      replace var with const or let
      var leaks out of blocks`,
  },
  {
    rule: 'prefer-const',
    says: `require const declarations for variables that are never reassigned after declared
      prefer const over let
      prefer const
      use const for variables that are not reassigned
      use const instead of let when a variable is never reassigned
      use const unless the variable is reassigned
      use const by default
      use const for anything that never changes
      do not use let for variables that never change
      never use let if the variable is not reassigned
      variables that are never reassigned must be const
      if a variable is assigned only once, make it const
      default to const, use let only when reassigning
      variable that keeps its value must be const
      let only for what gets reassigned
      let is only for things that change
      let is reserved for variables that change
      const for everything that does not change
      const first, let only when reassigned
      everything that stays the same is const
      a let that is never reassigned should be const
      no let without reassignment
      const is the default`,
  },
  {
    rule: 'no-unused-vars',
    says: `disallow unused variables
      no unused variables
      do not leave unused variables
      remove unused variables and imports
      remove unused imports
      no unused imports
      delete variables that are never used
      variables must be used
      every declared variable must be used
      do not declare variables you do not use
      do not keep variables, functions or parameters that are unused
      no unused function parameters
      unused variables are forbidden
      unused imports are forbidden
      dead variables and imports get removed
      a variable nobody uses must go`,
  },
  {
    rule: 'no-undef',
    says: `disallow the use of undeclared variables unless mentioned in global comments
      no undeclared variables
      do not use variables that are not declared
      never reference undeclared variables
      never use a variable you have not declared
      declare every variable
      variables must be declared
      do not use undefined variables
      do not reference variables that do not exist
      every identifier must be declared or imported
      undeclared globals are forbidden
      every identifier is declared or imported
      every identifier comes from a declaration or an import
      what you use must be declared or imported
      no variables that come from nowhere
      using a name that was never declared is an error
      undeclared names are forbidden
      every name must be defined somewhere
      unknown globals must be declared in a global comment`,
  },
  {
    rule: 'no-shadow',
    says: `disallow variable declarations from shadowing variables declared in the outer scope
      no shadowed variables
      do not shadow variables
      do not shadow variables from an outer scope
      never reuse the name of an outer variable in an inner scope
      do not give an inner variable the same name as one in the enclosing scope
      inner variables must not have the same name as outer variables
      local variables must not shadow outer ones
      disallow catch clause parameters from shadowing variables in the outer scope
      no variable shadowing
      inner name must differ from outer name
      same variable name in inner and outer scope is forbidden
      inner scopes take other names than outer ones
      a variable named like one outside is confusing
      shadowing is confusing
      shadowing is forbidden
      do not hide an outer variable with an inner one
      pick another name if the outer scope has it already
      no parameter named like a variable of the outer scope
      a name from outside must not be declared again inside`,
  },
  {
    rule: 'no-shadow-restricted-names',
    says: `disallow identifiers from shadowing restricted names
      do not shadow NaN, undefined or Infinity
      do not name variables undefined, NaN, Infinity, eval or arguments
      never redefine undefined or NaN as a variable
      do not shadow restricted names
      undefined and NaN are not names for variables`,
  },
  {
    rule: 'no-redeclare',
    says: `disallow variable redeclaration
      do not redeclare variables
      do not declare the same variable twice
      never declare a variable more than once
      no duplicate variable declarations
      each variable may be declared only once in the same scope
      declaring a variable twice is forbidden
      the same variable must not be declared again`,
  },
  {
    rule: 'no-use-before-define',
    says: `disallow the use of variables before they are defined
      define variables before using them
      declare functions and variables before use
      do not use a variable before it is declared
      do not use functions or variables before defining them
      never reference something before its declaration
      no use before define
      using before defining is forbidden
      nothing is used before its definition`,
  },
  {
    rule: 'block-scoped-var',
    says: `enforce the use of variables within the scope they are defined
      use var only within the block it was declared in
      do not use a var outside the block where it is declared
      treat var as block scoped
      variables must be used in the block scope they are declared in`,
  },
  {
    rule: 'vars-on-top',
    says: `require var declarations be placed at the top of their containing scope
      put var declarations at the top of the function
      declare vars at the top of their scope
      all var declarations go at the top
      hoist var declarations to the top of the scope`,
  },
  {
    rule: 'init-declarations',
    says: `require or disallow initialization in variable declarations
      initialize variables when you declare them
      always give variables an initial value
      do not declare variables without initializing them
      no uninitialized variables
      every variable declaration needs an initial value
      variables must be initialized at declaration`,
  },
  {
    rule: 'init-declarations',
    options: ['never'],
    says: `do not initialize variables in their declaration
      never initialize variables at declaration`,
  },
  {
    rule: 'no-undef-init',
    says: `disallow initializing variables to undefined
      do not initialize variables to undefined
      never set a variable to undefined when declaring it
      no let x = undefined
      do not explicitly initialize with undefined
      do not assign undefined in a variable declaration
      initializing with undefined is useless`,
  },
  {
    rule: 'no-undefined',
    says: `disallow the use of undefined as an identifier
      never use undefined
      do not use the undefined identifier
      do not use undefined as a variable or value
      do not reference undefined directly
      avoid undefined
      the word undefined must not appear
      write void 0 or nothing instead of undefined
      undefined must not be written
      no undefined as a value
      undefined is not to be used
      use typeof or void 0 instead of undefined
      never pass or return undefined explicitly
      never type undefined`,
  },
  {
    rule: 'one-var',
    options: ['never'],
    says: `declare each variable separately
      one variable per declaration
      one declaration per variable
      use a separate var, let or const for each variable
      each variable gets its own declaration statement
      do not declare several variables in one statement
      no combined variable declarations
      do not chain variable declarations with commas
      declare one variable per statement
      one let per variable`,
  },
  {
    rule: 'one-var',
    says: `enforce variables to be declared either together or separately in functions
      declare all variables of a function together in one statement
      combine variable declarations into one statement
      use one var declaration per function
      group variable declarations into a single declaration`,
  },
  {
    rule: 'one-var-declaration-per-line',
    options: ['always'],
    says: `require or disallow newlines around variable declarations
      one variable declaration per line
      put each variable declaration on its own line
      no two variables declared on the same line`,
  },
  {
    rule: 'sort-vars',
    says: `require variables within the same declaration block to be sorted
      sort variables within a declaration
      sort variable declarations alphabetically
      variables declared together must be in alphabetical order
      declare variables in alphabetical order
      keep variables in the same declaration sorted
      variables of one declaration in alphabetical order
      alphabetical variable lists
      variables of one statement are sorted
      a let with several names has them in alphabetical order
      several variables in one declaration go from a to z
      names in one var statement are in alphabetical order
      unsorted variables in a declaration`,
  },
];
