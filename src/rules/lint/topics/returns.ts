import type { LintTopic } from '../lint-entry';

/** What functions give back: values, promises and errors. */
export const RETURNS: LintTopic = [
  {
    rule: 'consistent-return',
    says: `require return statements to either always or never specify values
      functions must always return a value or never
      return a value in every branch or in none
      be consistent about return values
      consistent return values in functions
      do not mix returns with and without a value
      either all return statements return a value or none do
      a function returns a value always or never`,
  },
  {
    rule: 'no-useless-return',
    says: `disallow redundant return statements
      no useless return
      no redundant return at the end of a function
      do not end a function with an empty return
      remove unnecessary return statements
      return at the end of a function is useless
      an empty return as the last statement is useless`,
  },
  {
    rule: 'no-return-assign',
    says: `disallow assignment operators in return statements
      do not assign in a return statement
      no assignment in return
      never return an assignment
      return with an assignment is forbidden
      assigning in return is confusing`,
  },
  {
    rule: 'array-callback-return',
    says: `enforce return statements in callbacks of array methods
      array method callbacks must return a value
      always return from map, filter and reduce callbacks
      callbacks of map and filter need a return
      do not forget to return in array callbacks
      map, filter and reduce callbacks return something
      a map callback without return is a bug`,
  },
  {
    rule: 'callback-return',
    says: `require return statements after callbacks
      return after calling a callback
      always return when you call the callback
      put a return right after invoking a callback
      every callback call must be followed by return
      a call to callback must be followed by a return statement
      never continue executing after calling a callback
      when you call the callback, return right away
      never go on after the callback was called
      calling a callback must be the last thing a function does
      return callback instead of only calling it
      never call the callback twice because of a forgotten return
      nothing runs after the callback is called
      after calling next or done, return
      forgetting return after callback is a bug
      a call of cb or next without return goes on`,
  },
  {
    rule: 'handle-callback-err',
    says: `require error handling in callbacks
      handle errors in callbacks
      always handle the err parameter in callbacks
      do not ignore errors in callbacks
      never ignore the err argument of a callback
      callbacks must handle their error argument
      check err in every callback
      never swallow the err of a callback
      if a callback takes err, check err
      a callback with err must look at err
      err in a callback must not be ignored
      do something with err in callbacks
      first thing in a callback is checking err
      callback errors must not get lost
      no callback that ignores its err
      unused err parameter in a callback is forbidden`,
  },
  {
    rule: 'getter-return',
    says: `enforce return statements in getters
      getters must return a value
      every getter needs a return
      always return something from a getter
      no getter without a return
      getters must always return
      a getter that returns nothing is forbidden
      getter must give back a value
      a getter without return is useless
      getters give back a value
      a getter that gives back nothing makes no sense
      each getter has a return with a value
      get without return is a bug
      nobody wants undefined from a getter, return something`,
  },
  {
    rule: 'no-setter-return',
    says: `disallow returning values from setters
      setters must not return a value
      do not return anything from a setter
      no return in setters`,
  },
  {
    rule: 'require-yield',
    says: `require generator functions to contain yield
      generators must contain yield
      every generator function needs a yield
      no generator function without yield
      do not write generators that never yield
      do not use function* if you never yield
      generator without yield makes no sense
      a generator has to yield something
      a generator without yield is useless
      function* without yield makes no sense
      generators yield at least once
      if it never yields it should be a normal function
      function* needs yield
      no star on a function that does not yield`,
  },
  {
    rule: 'require-await',
    says: `disallow async functions which have no await expression
      async functions must contain await
      no async functions without await
      do not mark a function async if it does not await anything
      do not make functions async unless they await
      every async function needs an await
      remove async from functions that never await
      only mark functions async if they use await
      async without await makes no sense
      async only where something is awaited
      async needs an await inside
      no await inside, no async
      if there is no await remove async
      async functions that never await should be normal functions
      a function without await is not async
      async without await is useless
      remove async where nothing is awaited`,
  },
  {
    rule: 'no-await-in-loop',
    says: `disallow await inside of loops
      no await in loops
      do not await inside a loop
      never use await in a loop
      use Promise.all instead of awaiting in a loop
      loops must not contain await
      do not await promises one by one in a for loop
      avoid sequential awaits in loops
      no awaiting inside for loops, collect the promises and use Promise.all
      awaiting in a loop is slow, use Promise.all
      do not wait one after another in loops
      no sequential await, run promises in parallel
      await in for loops runs one at a time, use Promise.all
      collect promises and await them together
      no await per iteration`,
  },
  {
    rule: 'no-return-await',
    says: `disallow unnecessary return await
      no return await
      do not use return await
      never return await a promise
      return the promise directly instead of return await
      no redundant await in return
      do not await a promise you are about to return
      await right after return is useless
      return the promise without await
      outside of try catch, no await on a returned promise
      skip the await in return await
      return await only inside try
      await in a return is useless
      return promises directly
      no await before the returned promise
      the await of return await is useless`,
  },
  {
    rule: 'no-async-promise-executor',
    says: `disallow using an async function as a Promise executor
      promise executors must not be async
      no async function in new Promise
      never pass an async function to the Promise constructor
      async executor in new Promise is forbidden
      new Promise with an async function is a bug`,
  },
  {
    rule: 'no-promise-executor-return',
    says: `disallow returning values from Promise executor functions
      do not return a value from a promise executor
      promise executors must not return anything
      no return in promise executors
      never return from the Promise constructor callback
      the function passed to new Promise must not return a value
      do not return values inside new Promise
      the executor of a promise returns nothing
      inside new Promise call resolve, do not return
      returning from a promise executor is useless
      the executor of new Promise must not return
      value returned in new Promise is lost
      no return with a value inside new Promise
      new Promise callbacks return nothing
      a return in a promise executor is ignored
      arrow function in new Promise must not return implicitly`,
  },
  {
    rule: 'prefer-promise-reject-errors',
    says: `require using Error objects as Promise rejection reasons
      reject promises with Error objects
      always reject with an Error
      only reject promises with errors
      never reject with a string
      do not reject promises with literals
      promise rejections must be Error instances
      rejecting with a string is forbidden
      reject gets an Error`,
  },
  {
    rule: 'no-throw-literal',
    says: `disallow throwing literals as exceptions
      never throw literals
      only throw Error objects
      throw errors, not strings
      do not throw strings
      always throw an Error instance
      throw Error objects only
      never throw plain objects or strings
      throwing strings is forbidden
      throw new Error, never a string`,
  },
  {
    rule: 'no-useless-catch',
    says: `disallow unnecessary catch clauses
      no useless catch
      do not catch an error just to rethrow it
      no catch that only rethrows
      remove catch blocks that only throw the error again
      never catch and immediately rethrow
      catch that only rethrows is useless
      try catch that just throws the error again is useless`,
  },
  {
    rule: 'preserve-caught-error',
    says: `disallow losing originally caught error when re-throwing custom errors
      pass the caught error as cause when rethrowing
      preserve the original error when throwing a new one in catch
      always set cause when rethrowing an error
      do not lose the original error when throwing from a catch block`,
  },
  {
    rule: 'no-unsafe-finally',
    says: `disallow control flow statements in finally blocks
      no return in finally
      do not return or throw in a finally block
      never use return, throw, break or continue inside finally
      return in finally is forbidden
      finally must not return or throw`,
  },
  {
    rule: 'require-atomic-updates',
    says: `disallow assignments that can lead to race conditions due to usage of await or yield
      no race conditions from assignments around await
      do not assign to a variable based on its old value across await
      updates around await must be atomic`,
  },
  {
    rule: 'no-new',
    says: `disallow new operators outside of assignments or comparisons
      do not use new for side effects
      no new without assigning the result
      always assign the object created with new
      never call new without storing the instance
      new without using the result is forbidden`,
  },
  {
    rule: 'new-cap',
    says: `require constructor names to begin with a capital letter
      constructor names must start with a capital letter
      capitalize constructor names
      only call new on capitalized functions
      constructors begin with an uppercase letter`,
  },
];
