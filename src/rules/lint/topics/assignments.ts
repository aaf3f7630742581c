import type { LintTopic } from '../lint-entry';

/** Giving variables their values. */
export const ASSIGNMENTS: LintTopic = [
  {
    rule: 'no-multi-assign',
    says: `disallow use of chained assignment expressions
      no chained assignments
      do not chain assignments
      never write a = b = c
      do not assign to multiple variables in one expression
      no multiple assignments in one statement`,
  },
  {
    rule: 'no-const-assign',
    says: `disallow reassigning const, using, and await using variables
      do not reassign const variables
      never assign to a const
      constants must not be reassigned
      never modify const variables
      do not change the value of a const
      assigning to a const is forbidden`,
  },
  {
    rule: 'no-unassigned-vars',
    says: `disallow let or var variables that are read but never assigned
      do not read variables that were never assigned
      variables that are used must be assigned a value
      no variables that are never assigned`,
  },
  {
    rule: 'no-useless-assignment',
    says: `disallow variable assignments when the value is not used
      no useless assignments
      do not assign values that are never used
      do not assign a value to a variable if it is never read
      no dead stores
      every assigned value must be used
      never assign a variable and then overwrite it before reading it
      remove assignments whose value is never used
      no value assigned but never read afterwards
      no assigning a value that gets overwritten before it is read
      an assigned value must be used later
      assigning and then overwriting is useless
      a value that is overwritten before use is useless
      do not assign a variable that is never read afterwards
      assignment that nobody reads is dead
      no assigning right before return without use
      somebody has to use the assigned value`,
  },
  {
    rule: 'no-self-assign',
    says: `disallow assignments where both sides are exactly the same
      do not assign a variable to itself
      no self assignment
      never assign a property to itself
      assigning a variable to itself is useless`,
  },
  {
    rule: 'no-delete-var',
    says: `disallow deleting variables
      do not delete variables
      never use delete on a variable
      delete is only for properties, not variables`,
  },
  {
    rule: 'no-label-var',
    says: `disallow labels that share a name with a variable
      labels must not have the same name as a variable
      do not name a label like a variable
      never give a label the name of a variable
      a label and a variable must not share a name
      do not reuse a variable's name for a label
      a label must have another name than any variable
      no label and variable with the same name
      label must not be called like a variable
      a label named like a variable is confusing
      never use the same name for a label and a variable
      labels and variables have different names
      label name already taken by a variable`,
  },
  {
    rule: 'no-implicit-globals',
    says: `disallow declarations in the global scope
      no declarations in the global scope
      do not create global variables
      do not create implicit globals
      do not declare variables or functions in the global scope
      no global variables
      never pollute the global scope
      do not leak variables into the global scope
      wrap scripts so they do not define globals
      never define global functions or variables
      nothing should land in the global scope
      nothing at top level of a script may become global
      top level variables and functions of scripts become global
      do not add anything to the global scope
      wrap script code in an IIFE
      no accidental globals
      top level functions and variables leak into the global scope
      keep scripts out of the global namespace`,
  },
  {
    rule: 'no-global-assign',
    says: `disallow assignments to native objects or read-only global variables
      do not reassign built-in globals
      never overwrite native objects
      do not assign to global objects like Object or undefined
      do not override builtin objects or read only globals
      never reassign read only globals such as window or Object
      do not overwrite builtins
      never assign to builtin globals
      hands off builtin globals, do not overwrite them
      hands off native objects
      do not assign to undefined, Object or window
      do not redefine builtins
      globals of the browser and the language are read only
      never replace Array, Object or Promise with your own
      no overwriting of native globals
      builtin globals are not yours to reassign`,
  },
  {
    rule: 'no-ex-assign',
    says: `disallow reassigning exceptions in catch clauses
      do not reassign the exception in a catch
      never overwrite the caught error
      do not assign to the catch parameter
      do not reassign the error variable in catch blocks
      the caught error must not be overwritten`,
  },
  {
    rule: 'no-func-assign',
    says: `disallow reassigning function declarations
      do not reassign functions
      never assign to a function declaration
      never overwrite a function declaration
      do not overwrite functions
      a declared function must not be overwritten`,
  },
  {
    rule: 'no-class-assign',
    says: `disallow reassigning class members
      do not reassign classes
      never assign to a class name
      do not overwrite a class declaration
      never reassign a class after declaring it
      a class declaration must not be reassigned
      do not modify variables of class declarations
      the name of a class must not be overwritten
      class names are not variables, never assign to them
      a class must not be overwritten
      a class stays what it was declared as
      no assignment to a class
      class name on the left of an assignment is forbidden`,
  },
  {
    rule: 'no-import-assign',
    says: `disallow assigning to imported bindings
      do not reassign imports
      never assign to an imported binding
      never modify imported values
      imported bindings are read only
      imports must not be overwritten`,
  },
  {
    rule: 'no-param-reassign',
    says: `disallow reassigning function parameters
      do not reassign function parameters
      never reassign parameters
      do not modify function arguments
      never assign to a parameter
      treat parameters as read only
      do not overwrite arguments of a function
      parameters are read only
      do not overwrite what the caller passed as parameter
      reassigning a parameter is forbidden`,
  },
  {
    rule: 'no-param-reassign',
    options: [{ props: true }],
    says: `do not mutate properties of parameters
      never mutate function parameters or their properties
      do not change properties of function arguments`,
  },
  {
    rule: 'operator-assignment',
    says: `require or disallow assignment operator shorthand where possible
      use assignment operator shorthand
      use += instead of x = x + y
      use shorthand assignment operators
      use compound assignment operators`,
  },
  {
    rule: 'operator-assignment',
    options: ['never'],
    says: `do not use shorthand assignment operators
      no compound assignment operators
      avoid += and other assignment shorthand`,
  },
  {
    rule: 'logical-assignment-operators',
    says: `require or disallow logical assignment operator shorthand
      use logical assignment operators
      use ||= and ??= where possible
      prefer logical assignment shorthand
      use ??= instead of if checks`,
  },
  {
    rule: 'logical-assignment-operators',
    options: ['never'],
    says: `do not use logical assignment operators
      avoid logical assignment shorthand
      no ||= or ??=`,
  },
];
