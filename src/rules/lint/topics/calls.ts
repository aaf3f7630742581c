import type { LintTopic } from '../lint-entry';

/** What functions do with their parameters, with this, and with calls of others. */
export const CALLS: LintTopic = [
  {
    rule: 'prefer-rest-params',
    says: `require rest parameters instead of arguments
      use rest parameters instead of arguments
      never use the arguments object
      do not use arguments, use ...args
      prefer rest parameters over arguments
      no arguments object
      use ...args, not arguments
      arguments is forbidden, take rest parameters
      arguments is old, use ...args
      no arguments, use rest parameters
      rest parameters replace arguments
      the arguments object is not an array, use rest
      never touch arguments`,
  },
  {
    rule: 'prefer-spread',
    says: `require spread operators instead of .apply()
      use spread instead of apply
      do not use .apply(), use spread syntax
      prefer the spread operator over Function.prototype.apply
      use ... to pass an array as arguments rather than apply
      spread instead of .apply()
      apply is old, use spread`,
  },
  {
    rule: 'no-useless-call',
    says: `disallow unnecessary calls to .call() and .apply()
      no unnecessary call or apply
      do not use call or apply when a direct call works
      call functions directly instead of through call or apply
      avoid useless .call() and .apply()
      do not use .call() or .apply() when a normal function call would do
      call the function directly, no .call or .apply without need
      call and apply are useless without changing this
      .call and .apply only when this changes
      a direct call instead of call or apply
      no call or apply with the same this`,
  },
  {
    rule: 'no-extra-bind',
    says: `disallow unnecessary calls to .bind()
      no unnecessary bind
      do not bind functions that do not use this
      do not call bind on a function that never uses this
      remove useless bind calls
      do not use bind when the function does not need this
      bind only when the function uses this
      bind without this is useless
      useless bind
      arrow functions need no bind
      bind on an arrow function is useless
      bind on functions without this is useless
      drop bind where this is not used
      no bind when there is no this in the function`,
  },
  {
    rule: 'no-caller',
    says: `disallow the use of arguments.caller or arguments.callee
      never use arguments.callee
      no arguments.caller
      do not use arguments.callee or arguments.caller
      arguments.callee is forbidden`,
  },
  {
    rule: 'no-empty-function',
    says: `disallow empty functions
      no empty functions
      do not leave functions empty
      functions must not be empty
      never write a function with an empty body
      empty methods and functions are not allowed
      no empty function bodies
      no noop functions
      a function without body is forbidden
      function body must have something in it
      a function with nothing in its body needs a comment
      empty methods need a comment why
      no functions without body
      no empty arrow functions or methods
      an empty function looks forgotten`,
  },
  {
    rule: 'no-new-func',
    says: `disallow new operators with the Function object
      never use the Function constructor
      no new Function
      do not create functions with new Function
      do not create functions from strings
      the Function constructor is forbidden
      functions made from strings with new Function are forbidden
      new Function is like eval
      no function from a string
      code in strings with new Function is forbidden
      never create a function from text
      Function constructor runs strings as code`,
  },
  {
    rule: 'no-inner-declarations',
    says: `disallow variable or function declarations in nested blocks
      no function declarations in nested blocks
      do not declare functions inside blocks
      declare functions at the root of a program or function body
      never put a function declaration inside an if
      function declarations inside an if are forbidden`,
  },
  {
    rule: 'no-invalid-this',
    says: `disallow use of this in contexts where the value of this is undefined
      do not use this outside of classes
      disallow this keywords outside of classes or class-like objects
      no this outside classes or methods
      never use this where it is undefined
      no this in plain functions
      this outside of a class is forbidden`,
  },
  {
    rule: 'consistent-this',
    says: `enforce consistent naming when capturing the current execution context
      name the alias of this that
      when aliasing this, use the same name
      aliases of this must be named that
      use a consistent name when capturing this`,
  },
  {
    rule: '@typescript-eslint/no-this-alias',
    says: `disallow aliasing this
      do not alias this
      no const self = this
      never assign this to a variable
      do not assign this to self or that
      use arrow functions instead of aliasing this
      saving this in a variable is forbidden`,
  },
];
