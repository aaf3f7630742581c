import type { LintTopic } from '../lint-entry';

/** Comparing values, and what conditions may be. */
export const COMPARISONS: LintTopic = [
  {
    rule: 'eqeqeq',
    says: `require the use of === and !==
      compare with ===
      use === instead of ==
      always use strict equality
      never use ==
      use triple equals
      use strict comparison
      no loose equality
      never compare with ==
      do not use the == operator, use ===
      use strict equality operators for comparisons
      === only, == is forbidden
      loose equality is forbidden
      == has no place here, compare with ===
      three equals signs instead of two
      strict equality everywhere`,
  },
  {
    rule: 'no-eq-null',
    says: `disallow null comparisons without type-checking operators
      do not compare to null with ==
      never use == null
      use === when comparing with null
      compare against null strictly
      no loose null checks`,
  },
  {
    rule: 'yoda',
    says: `require or disallow yoda conditions
      no yoda conditions
      do not put the literal first in comparisons
      write the variable before the literal in comparisons
      do not write conditions with the constant on the left
      the variable comes first in a comparison, then the value
      never compare literal to variable, put variable on the left
      literal on the left of a comparison is forbidden
      variable left, literal right`,
  },
  {
    rule: 'yoda',
    options: ['always'],
    says: `use yoda conditions
      put the literal first in comparisons
      constant on the left in comparisons`,
  },
  {
    rule: 'use-isnan',
    says: `require calls to isNaN() when checking for NaN
      use isNaN to check for NaN
      never compare with NaN directly
      do not compare to NaN, use Number.isNaN
      use Number.isNaN instead of comparing with NaN
      no === NaN
      comparing with NaN is always false, use isNaN
      NaN only with Number.isNaN`,
  },
  {
    rule: 'no-compare-neg-zero',
    says: `disallow comparing against -0
      do not compare with -0
      never compare to negative zero
      use Object.is to check for -0`,
  },
  {
    rule: 'valid-typeof',
    says: `enforce comparing typeof expressions against valid strings
      compare typeof only with valid type strings
      compare typeof against valid type names
      typeof must be compared to a valid string
      only compare typeof results with valid type names
      do not compare typeof to misspelled type names
      typeof comparisons must use valid string literals
      never compare typeof with an invalid string
      check typos in typeof comparisons
      only real type names next to typeof
      no typeof compared with a misspelled string
      compare typeof with one of the real type names
      beware of typos in typeof strings
      typeof is compared with a string that typeof can return
      whatever typeof is compared with must be a type it can return
      typeof x === 'strnig' is a typo
      misspelled type names after typeof
      a typeof comparison must name a real type
      typeof results are compared to known strings only
      typeof with a typo is never true`,
  },
  {
    rule: 'no-self-compare',
    says: `disallow comparisons where both sides are exactly the same
      do not compare a value to itself
      no self comparison
      never compare a variable with itself
      both sides of a comparison must be different
      comparing a variable to itself is useless`,
  },
  {
    rule: 'no-unsafe-negation',
    says: `disallow negating the left operand of relational operators
      do not negate the left operand of in or instanceof
      never write !key in object
      put parentheses when negating in or instanceof expressions
      negate the whole in or instanceof expression, not the left operand
      wrap in and instanceof in parentheses before negating
      do not negate the left side of in and instanceof
      write !(a in b) instead of !a in b
      disallow negating the left operand in in expressions
      ! before in or instanceof needs parentheses
      negate the whole in check with parentheses
      ! binds tighter than in and instanceof
      parens around in and instanceof when negated
      ! only negates the left operand of in and instanceof
      negated in or instanceof needs parentheses
      negate the whole instanceof expression`,
  },
  {
    rule: 'no-negated-condition',
    says: `disallow negated conditions
      no negated conditions
      do not negate conditions when there is an else
      avoid negated conditions with else
      if there is an else branch, the condition must be positive
      put the positive case first in if else
      do not use a negated condition in an if with else or ternary
      prefer positive conditions
      write positive conditions instead of negated ones
      avoid if (!x) else, swap the branches
      flip negated if else conditions
      if (!a) else is hard to read, turn it around
      start with the positive branch, no negation with else
      if not else is confusing, swap the branches
      the positive condition goes first, then else
      ! in a condition with else must be turned around
      negated if with an else is hard to read
      no !== in a ternary or if else
      do not start an if else with a negation
      if and else with a negated condition, swap them`,
  },
  {
    rule: 'no-extra-boolean-cast',
    says: `disallow unnecessary boolean casts
      no redundant boolean casts
      do not use double negation in conditions
      no !! in an if condition
      do not cast to boolean when already in a boolean context
      do not wrap conditions with Boolean unnecessarily
      !! in a condition is useless
      Boolean() inside an if is useless`,
  },
  {
    rule: 'no-cond-assign',
    says: `disallow assignment operators in conditional expressions
      no assignments in conditions
      do not assign in conditions
      never assign inside an if or while condition
      do not assign variables in if conditions
      conditions must compare, not assign
      a single equals sign in a condition is a bug
      equals sign in an if or while is a typo
      never put an assignment in a conditional
      no assignment inside if or while
      assign before the if, not in its condition
      conditions must not contain assignments
      never write one equals sign in an if condition`,
  },
  {
    rule: 'no-constant-condition',
    says: `disallow constant expressions in conditions
      no constant conditions
      do not use constant conditions
      conditions must not be constant
      conditions must not be always true or always false
      do not use literals as conditions
      a condition that is a constant is forbidden`,
  },
  {
    rule: 'no-constant-binary-expression',
    says: `disallow expressions where the operation doesn't affect the value
      no expressions that always evaluate to the same value
      do not write comparisons that always give the same result
      no comparisons that are always true or always false
      do not write expressions whose result is always the same
      operations that never affect the result are not allowed
      comparisons and logical expressions must not be constant
      no constant binary expressions
      no logical expressions that always short-circuit the same way
      no conditions or operations with no effect on the value
      an expression that always gives the same outcome is a mistake
      no comparison whose result is known in advance
      comparison with a new object is always false
      expressions that are always truthy or always nullish are mistakes
      a condition whose outcome never changes is a bug
      no || or && or ?? whose left side is constant
      comparing with a fresh object literal is always false
      no comparison to {} or []
      left operand of ?? can never be null
      result of the comparison is always the same
      no operations whose result is known before running`,
  },
];
