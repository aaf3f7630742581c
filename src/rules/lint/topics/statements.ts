import type { LintTopic } from '../lint-entry';

/** Loops, blocks and statements that stand alone. */
export const STATEMENTS: LintTopic = [
  {
    rule: 'guard-for-in',
    says: `require for-in loops to include an if statement
      guard for-in loops with hasOwnProperty
      filter for in loops with an if
      check own properties inside for-in loops
      no for in without hasOwnProperty check
      for-in loops must filter with an if statement
      for in needs a hasOwnProperty check
      for-in without hasOwnProperty is forbidden`,
  },
  {
    rule: 'for-direction',
    says: `enforce for loop update clause moving the counter in the right direction
      the for loop counter must move in the right direction
      for loops must update the counter toward the end condition
      no for loops that count in the wrong direction
      no infinite for loops because of the counter going the wrong way`,
  },
  {
    rule: 'no-unreachable-loop',
    says: `disallow loops with a body that allows only one iteration
      no loops that run only once
      no loops that can only iterate once
      do not write loops that exit in the first iteration
      a loop that always breaks or returns in the first iteration is not allowed
      loops must be able to iterate more than once
      never write a loop whose body always exits on the first pass
      if a loop runs at most once, do not use a loop
      no loop that never reaches a second iteration
      no loop that always exits in the first iteration
      loop must be able to run a second time
      a loop that ends in the first iteration is no loop
      a loop body must not always end with break, return or throw
      loop that runs only once should be an if
      a loop that always returns or breaks is useless
      loops that never get to a second iteration are useless
      a loop must be able to go around again
      if the loop always exits on first pass use if`,
  },
  {
    rule: 'no-unmodified-loop-condition',
    says: `disallow unmodified loop conditions
      loop conditions must change inside the loop
      variables in a loop condition must be modified in the loop
      do not write loops whose condition never changes`,
  },
  {
    rule: 'no-loop-func',
    says: `disallow function declarations that contain unsafe references inside loop statements
      do not create functions inside loops
      no functions in loops
      never define a function inside a loop
      do not create closures in loops that capture outer variables
      no functions in loops that reference outer loop variables
      do not declare functions in a loop that reference changing variables
      avoid closures over loop variables
      function inside a loop that uses the loop variable is forbidden
      creating a function in each iteration is forbidden
      functions made inside a loop see the changed variable
      no closures in loops
      define the function outside of the loop
      a function in a loop must not use a variable from outside that changes
      callbacks inside loops capture the wrong value
      no function created in a loop body
      closures in a loop over var are a bug`,
  },
  {
    rule: 'no-continue',
    says: `disallow continue statements
      never use continue
      no continue
      do not use continue in loops
      avoid the continue statement
      continue is forbidden`,
  },
  {
    rule: 'no-labels',
    says: `disallow labeled statements
      no labels
      do not use labels
      never use labeled statements
      no labeled loops
      avoid labels and labeled breaks
      labels are forbidden
      no goto with labels`,
  },
  {
    rule: 'no-extra-label',
    says: `disallow unnecessary labels
      no unnecessary labels
      do not label breaks or continues that do not need it
      remove redundant labels
      do not use a label when break or continue works without it
      no labels on a break in a loop that is not nested
      break or continue without a label where the label is not needed
      label on break is useless in a single loop
      plain break or continue is enough without the label
      no break to a label when it would leave the same loop anyway
      labels only for leaving outer loops
      needless labels on break and continue
      continue needs no label in the innermost loop`,
  },
  {
    rule: 'no-unused-labels',
    says: `disallow unused labels
      no unused labels
      remove labels that are not used
      do not leave unused labels`,
  },
  {
    rule: 'no-unreachable',
    says: `disallow unreachable code after return, throw, continue, and break statements
      no unreachable code
      no dead code after return
      do not put code after a return or throw
      remove code that can never run
      never write statements after return, throw, break or continue
      code after return or throw is dead
      nothing after return
      unreachable code gets removed`,
  },
  {
    rule: 'no-lone-blocks',
    says: `disallow unnecessary nested blocks
      no unnecessary blocks
      no standalone blocks
      do not use braces to create blocks that are not needed
      no lone block statements
      remove unnecessary nested blocks
      do not wrap code in a block for no reason
      do not use bare blocks
      never add useless nested curly braces
      a block alone with no if or loop is forbidden
      no braces that open a block for nothing
      braces standing alone without if or loop are forbidden
      blocks that belong to nothing are useless
      no braces around code without if, loop or function
      bare braces make no scope without let or const
      a block on its own is useless
      lone braces get removed
      nested blocks without reason are useless`,
  },
  {
    rule: 'no-empty',
    says: `disallow empty block statements
      no empty blocks
      do not leave empty blocks
      no empty catch blocks
      never leave a block empty
      blocks must not be empty
      no empty if or catch
      never leave a catch block empty
      do not swallow errors with an empty catch
      empty block statements are forbidden
      empty block needs at least a comment
      an empty block must have a comment
      nothing between the braces of a block is forbidden
      empty blocks are forbidden
      a block without statements needs a comment
      no empty catch, if, while or try
      no {} after if, while, try or catch
      an empty catch hides errors
      empty if bodies are useless
      catch without code must have a comment
      never leave the body of an if or loop empty
      blocks with nothing inside get deleted`,
  },
  {
    rule: 'no-with',
    says: `disallow with statements
      never use with statements
      do not use with
      the with statement is forbidden
      with is forbidden`,
  },
  {
    rule: 'no-sequences',
    says: `disallow comma operators
      no comma operator
      do not use the comma operator
      never chain expressions with commas
      do not use commas to sequence expressions
      do not join expressions with a comma
      no sequence expressions
      comma between expressions is forbidden
      one expression instead of several with commas
      comma operator is forbidden
      no two expressions with a comma
      no comma tricks to run several expressions
      commas to squeeze several expressions into one
      one expression only, no comma operator`,
  },
  {
    rule: 'no-unused-expressions',
    says: `disallow unused expressions
      no unused expressions
      do not write expressions whose value is not used
      no expressions without effect
      every expression statement must do something
      expressions must be assigned, called or returned
      no statements that do nothing
      never leave an expression with no effect
      no standalone expressions that have no side effect
      do not use short circuit or ternary expressions as statements
      no expression that does nothing
      a statement must have an effect
      no line that only computes a value and throws it away
      an expression on its own line that does nothing is forbidden
      no values standing around unused
      no a && b() as a statement
      statements must assign or call something
      expressions without effect get removed
      lines without effect are forbidden`,
  },
  {
    rule: 'no-bitwise',
    says: `disallow bitwise operators
      no bitwise operators
      do not use bitwise operations
      avoid bitwise operators
      bitwise operators are forbidden`,
  },
  {
    rule: 'no-plusplus',
    says: `disallow the unary operators ++ and --
      never use ++
      no ++ or --
      use += 1 instead of ++
      do not use increment operators
      do not use the unary increment and decrement operators
      ++ and -- are forbidden
      += 1 instead of ++`,
  },
  {
    rule: 'no-void',
    says: `disallow void operators
      never use the void operator
      no void
      do not use void expressions
      void is forbidden`,
  },
  {
    rule: 'no-implicit-coercion',
    says: `disallow shorthand type conversions
      no implicit type coercion
      do not use !! to convert to boolean
      use Boolean(x), Number(x) and String(x) instead of shorthand coercion
      do not convert types with !!, + or '' +
      convert types explicitly
      use explicit type conversion instead of tricks
      use Boolean() instead of double negation
      avoid !! for boolean conversion
      !! and + to convert types are forbidden
      convert with Boolean, Number and String`,
  },
];
