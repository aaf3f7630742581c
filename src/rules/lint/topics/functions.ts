import type { LintTopic } from '../lint-entry';

/** How functions are written, and how large they may grow. */
export const FUNCTIONS: LintTopic = [
  {
    rule: 'prefer-arrow-callback',
    says: `require using arrow functions for callbacks
      use arrow functions for callbacks
      prefer arrow functions as callbacks
      pass arrow functions instead of function expressions
      callbacks must be arrow functions
      no function expressions as callbacks
      callbacks are arrow functions
      no function keyword for callbacks`,
  },
  {
    rule: 'arrow-body-style',
    says: `require braces around arrow function bodies
      omit braces in arrow functions that only return a value
      use concise arrow function bodies
      prefer implicit returns in arrow functions
      use expression bodies for arrow functions
      no unnecessary braces in arrow function bodies
      no block body in arrow functions with a single return`,
  },
  {
    rule: 'arrow-body-style',
    options: ['always'],
    says: `always use braces in arrow functions
      use block bodies for arrow functions
      always use an explicit return in arrow functions
      arrow functions must have braces around their body`,
  },
  {
    rule: 'func-style',
    options: ['declaration', { allowArrowFunctions: true }],
    says: `use function declarations
      prefer function declarations over function expressions
      use function declarations instead of function expressions
      do not assign function expressions to variables
      use function declarations rather than expressions`,
  },
  {
    rule: 'func-style',
    options: ['declaration'],
    says: `use function declarations instead of arrow functions for named functions
      prefer function declarations over arrow functions
      declare functions with the function keyword, not as arrow constants
      use the function keyword instead of const arrow functions
      top level functions must be function declarations, not arrow functions`,
  },
  {
    rule: 'func-style',
    options: ['expression'],
    says: `enforce the consistent use of either function declarations or expressions assigned to variables
      use function expressions instead of function declarations
      prefer function expressions over declarations
      prefer arrow functions over function declarations
      use arrow functions instead of function declarations
      use const arrow functions instead of the function keyword
      no function declarations`,
  },
  {
    rule: 'func-names',
    says: `require or disallow named function expressions
      name function expressions
      no anonymous functions
      function expressions must have a name
      always name your functions
      do not use anonymous function expressions
      anonymous functions are forbidden`,
  },
  {
    rule: 'func-names',
    options: ['never'],
    says: `do not name function expressions
      function expressions must be anonymous`,
  },
  {
    rule: 'func-name-matching',
    says: `require function names to match the name of the variable or property to which they are assigned
      function names must match the variable they are assigned to
      a function expression has the same name as its variable
      the name of a function must match the variable or property it is assigned to`,
  },
  {
    rule: 'max-params',
    options: [{ max: '{n}' }],
    says: `enforce a maximum number of parameters in function definitions
      at most {n} parameters per function
      functions take at most {n} arguments
      no more than {n} parameters
      no functions with more than {n} parameters
      do not write functions with too many parameters
      limit the number of function parameters
      too many parameters are forbidden
      long parameter lists are forbidden`,
  },
  {
    rule: 'max-lines-per-function',
    options: [{ max: '{n}' }],
    says: `enforce a maximum number of lines of code in a function
      functions at most {n} lines
      functions must be at most {n} lines long
      no functions longer than {n} lines
      keep functions under {n} lines
      a function must not exceed {n} lines
      limit the number of lines in a function
      cap the lines of each function
      a function longer than {n} lines gets split`,
  },
  {
    rule: 'max-statements',
    options: [{ max: '{n}' }],
    says: `enforce a maximum number of statements allowed in function blocks
      at most {n} statements per function
      functions have at most {n} statements
      no functions with too many statements`,
  },
  {
    rule: 'max-nested-callbacks',
    options: [{ max: '{n}' }],
    says: `enforce a maximum depth that callbacks can be nested
      at most {n} nested callbacks
      do not nest callbacks more than {n} levels deep
      callbacks nested at most {n} deep
      do not nest callbacks too deeply
      limit callback nesting`,
  },
  {
    rule: 'max-depth',
    options: [{ max: '{n}' }],
    says: `enforce a maximum depth that blocks can be nested
      nest blocks at most {n} levels deep
      no more than {n} levels of nesting
      do not nest blocks deeper than {n} levels
      max nesting depth {n}
      do not nest code too deeply
      limit nesting depth
      no deeply nested blocks
      no deep nesting
      deeply nested code is forbidden
      arrow shaped code with too many levels is forbidden`,
  },
  {
    rule: 'complexity',
    options: [{ max: '{n}' }],
    says: `enforce a maximum cyclomatic complexity allowed in a program
      cyclomatic complexity at most {n}
      keep cyclomatic complexity under {n}
      functions must have a complexity of at most {n}
      limit cyclomatic complexity
      functions must not be too complex
      too many branches in a function are forbidden`,
  },
  {
    rule: 'default-param-last',
    says: `enforce default parameters to be last
      put default parameters last
      parameters with default values go last
      optional parameters with defaults must come at the end
      default arguments come after required ones
      no required parameters after default parameters
      parameters with a default come last`,
  },
  {
    rule: 'no-dupe-args',
    says: `disallow duplicate arguments in function definitions
      no duplicate parameter names
      no two parameters with the same name
      function parameters must have different names`,
  },
];
