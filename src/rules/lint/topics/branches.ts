import type { LintTopic } from '../lint-entry';

/** Choosing between ways: if, the ternary operator and switch. */
export const BRANCHES: LintTopic = [
  {
    rule: 'no-dupe-else-if',
    says: `disallow duplicate conditions in if-else-if chains
      no duplicate conditions in else if chains
      do not repeat the same condition in an else if
      each else if must test a different condition
      the same condition twice in an else if chain`,
  },
  {
    rule: 'no-else-return',
    says: `disallow else blocks after return statements in if statements
      no else after return
      do not use else after a return
      skip the else if the if returns
      if the if block returns, do not add an else
      return early instead of else
      drop the else when the if branch already returns
      no unnecessary else after return
      avoid else blocks after return
      no else when the if returned
      else after a return is useless
      the if returns, so the else is useless`,
  },
  {
    rule: 'no-lonely-if',
    says: `disallow if statements as the only statement in else blocks
      use else if instead of an if inside else
      no lonely if in else
      an else must not contain only an if
      do not nest a single if in an else block
      never put an if as the only statement of an else block
      else with only an if inside becomes else if
      an if alone inside else is forbidden`,
  },
  {
    rule: 'curly',
    says: `enforce consistent brace style for all control statements
      always use braces
      always use curly braces for control statements
      use braces around if bodies
      no if without braces
      wrap the body of if, else, for and while in braces
      never omit curly braces
      do not write control statements without braces
      braces are required even for single line bodies
      always put braces around blocks
      curly braces for all if else statements
      if without braces is forbidden
      braces even around one statement
      every if, else and loop gets curly braces`,
  },
  {
    rule: 'curly',
    options: ['multi'],
    says: `omit braces for single statement bodies
      no braces around single statements
      do not use braces when the body is a single statement
      no unnecessary curly braces around single statement blocks`,
  },
  {
    rule: 'no-ternary',
    says: `disallow ternary operators
      no ternaries
      do not use ternary operators
      never use the ternary operator
      use if else instead of ternary
      avoid ternary expressions
      no conditional operator
      ternaries are forbidden, write if and else
      no ternary operator here`,
  },
  {
    rule: 'no-nested-ternary',
    says: `disallow nested ternary expressions
      no nested ternaries
      do not nest ternaries
      ternaries must not be nested
      never put a ternary inside another ternary
      do not chain ternary operators
      no ternary inside a ternary
      one ternary per expression
      a ternary in a ternary is forbidden
      ternary chains are unreadable
      no stacked ternaries
      only one level of ternary`,
  },
  {
    rule: 'no-unneeded-ternary',
    says: `disallow ternary operators when simpler alternatives exist
      no unnecessary ternaries
      no ternary that returns true or false
      do not use a ternary when a simpler expression works
      do not use ? true : false
      do not use a ternary just to give a boolean
      do not use a ternary where || or a boolean expression would do
      never write x ? true : false
      use the condition itself instead of ternary with boolean literals
      simplify ternaries to logical operators
      no ternary for true and false
      ternary that gives only true or false is useless
      ? true : false is useless
      a ternary that gives true or false is pointless, use the condition
      no ternary for booleans
      the condition is already a boolean, drop the ternary
      ternary with true and false is useless
      use || instead of a ternary with the same value`,
  },
  {
    rule: 'no-mixed-operators',
    says: `disallow mixed binary operators
      do not mix operators without parentheses
      do not mix && and || without parentheses
      use parentheses when mixing operators
      add parentheses to clarify precedence when combining different operators
      never mix different operators in one expression without parentheses
      put parens around mixed operators
      wrap mixed logical operators in parentheses
      no mixed operators
      make operator precedence explicit with parentheses
      parentheses when && and || stand together
      mixing operators needs parentheses
      no && and || together without parens
      parens where operators are mixed
      nobody remembers operator precedence, use parentheses
      mixing && with || without parens is forbidden
      different operators in one expression need parens
      show precedence with parens`,
  },
  {
    rule: 'default-case',
    says: `require default cases in switch statements
      every switch needs a default case
      always add a default to switch statements
      switch statements must have a default
      never omit the default case in a switch
      no switch without default
      include a default branch in switch
      switch without default is forbidden
      a switch must handle the default case
      switch statements handle the unexpected value with a default
      a switch must have default
      each switch ends with default
      what happens when no case matches, add a default
      switch always has a fallback default`,
  },
  {
    rule: 'default-case-last',
    says: `enforce default clauses in switch statements to be last
      put the default case last in a switch
      default must be the last case of a switch
      the default clause goes at the end of the switch
      the default case should come after all others`,
  },
  {
    rule: 'no-fallthrough',
    says: `disallow fallthrough of case statements
      no fallthrough in switch
      do not fall through cases
      end every case with break
      every switch case needs a break or return
      never let a case fall through to the next
      always break at the end of a switch case
      cases must not fall through
      a case without break or return is a bug
      forgotten break in a switch`,
  },
  {
    rule: 'no-duplicate-case',
    says: `disallow duplicate case labels
      no duplicate cases in switch
      do not repeat a case in a switch
      each switch case must be unique
      the same case twice in a switch
      each case only once in a switch`,
  },
  {
    rule: 'no-case-declarations',
    says: `disallow lexical declarations in case clauses
      do not declare variables in case clauses
      no let or const in a case without braces
      wrap case bodies in braces when declaring variables
      no lexical declarations in switch cases
      do not declare let, const, functions or classes directly in a switch case
      use a block in switch cases that declare variables
      declarations inside case clauses need curly braces
      let and const directly in a case need their own braces
      put braces around a case that declares something
      let and const in a case need a block
      a case that declares something gets braces
      no const or let directly under a case
      put the case body in braces when it has let, const or function
      variables in switch cases leak to the other cases, use braces
      no class or function declaration in a case`,
  },
];
