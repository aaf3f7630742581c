import { NO_RULE, type LintTopic } from '../lint-entry';

/** What sounds like a lint rule and is none: each takes sentences away from its neighbours. */
export const NEAR_MISSES: LintTopic = [
  {
    rule: NO_RULE,
    says: `use async await
      use async await instead of then chains
      prefer async/await over promises
      prefer async await over callbacks
      use async functions for asynchronous code
      handle errors
      handle errors gracefully
      use proper error handling
      handle async errors
      use try catch for error handling
      always catch errors
      handle promise rejections
      use proper logging
      use logging
      log errors
      use console.log for debugging
      use strict typescript
      enable strict mode in tsconfig
      use strict null checks
      use strict types
      define constants
      use constants
      use functions
      use arrow functions
      use classes
      use template strings for html
      use descriptive variable names
      use descriptive names
      use meaningful names
      use explicit types
      use typescript types
      use type hints
      define types for props
      use interfaces
      use enums
      avoid enums
      use imports
      use absolute imports
      use named exports
      avoid default exports
      use default exports
      use single line comments
      write comments
      document functions with comments
      no comments
      use early returns
      return early
      use guard clauses
      use switch statements
      use ternary operators
      use template literals in graphql
      use optional chaining
      use nullish coalescing
      use private members
      use object literals
      avoid nested code
      avoid global state
      validate parameters
      use regex for validation
      avoid regular expressions
      use semantic html elements
      use lowercase keys
      use snake_case
      use PascalCase for components
      use PascalCase for class names
      use camelcase for file names
      use camelcase for database columns
      use kebab-case for file names
      use short functions
      keep functions small
      keep functions pure
      keep files small
      keep lines short
      avoid long functions
      use spread
      avoid loops
      use for loops
      use map and filter instead of loops
      avoid side effects
      group imports
      use es modules
      use es module syntax
      must be of type record
      concatenate query strings
      no string concatenation in sql queries
      follow naming conventions
      use consistent naming conventions
      use proper naming
      use camelcase for json properties
      avoid inline styles
      avoid duplicate code
      do not repeat the same code
      use type annotations
      use clear type annotations
      use this
      use environment variables
      use environment variables for configuration
      use environment variables for secrets
      avoid classes
      avoid classes where possible
      use functional programming, avoid classes
      prefer functions over classes
      provide type definitions
      provide appropriate type definitions and interfaces
      write pure functions
      use constructor injection
      export types
      use a single file
      use consistent spacing
      use template strings
      use let
      use generators
      use default values
      use labels
      use blocks`,
  },
];
