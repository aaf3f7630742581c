import type { LintTopic } from '../lint-entry';

/** Spaces around what. */
export const SPACING: LintTopic = [
  {
    rule: 'arrow-spacing',
    says: `enforce consistent spacing before and after the arrow in arrow functions
      put spaces around the arrow in arrow functions
      a space before and after =>
      spaces around =>
      always put a space on both sides of the arrow
      no arrow without spaces around it
      surround => with spaces
      leave a space on each side of =>
      arrow functions: blank before and after the arrow
      never write a=>b without spaces
      the arrow needs room on both sides
      give arrows some space left and right
      arrows have blanks around them
      no arrow glued to its parameters or body`,
  },
  {
    rule: 'block-spacing',
    says: `disallow or enforce spaces inside of blocks after opening block and before closing block
      put spaces inside single line blocks
      spaces inside the braces of one line blocks
      use a space after the opening brace and before the closing brace of a block
      one-line blocks need spaces inside their braces
      a block on the same line has spaces inside braces
      add a space inside block braces
      leave a space after the opening and before the closing brace of a one line block
      one line block: space after { and before }
      space inside the braces of a block on one line
      one-liner blocks have spaces inside the braces
      no braces glued to the code in one line blocks
      single line block: a space after the brace that opens and before the brace that closes
      one line functions and ifs get spaces inside their braces
      no block on one line without spaces inside`,
  },
  {
    rule: 'block-spacing',
    options: ['never'],
    says: `no spaces inside single line blocks
      no spaces inside the braces of one line blocks`,
  },
  {
    rule: 'array-bracket-spacing',
    says: `enforce consistent spacing inside array brackets
      no spaces inside array brackets
      do not put spaces inside square brackets
      no spaces inside brackets`,
  },
  {
    rule: 'array-bracket-spacing',
    options: ['always'],
    says: `put spaces inside array brackets
      spaces inside brackets
      always use spaces inside square brackets`,
  },
  {
    rule: 'object-curly-spacing',
    options: ['always'],
    says: `put spaces inside object braces
      spaces inside curly braces
      use spaces inside braces of object literals
      always put a space inside curly braces`,
  },
  {
    rule: 'object-curly-spacing',
    says: `enforce consistent spacing inside braces
      no spaces inside object braces
      no spaces inside curly braces
      do not put spaces inside braces`,
  },
  {
    rule: 'computed-property-spacing',
    says: `enforce consistent spacing inside computed property brackets
      no spaces inside computed property brackets
      do not put spaces inside brackets of computed properties`,
  },
  {
    rule: 'comma-spacing',
    says: `enforce consistent spacing before and after commas
      put a space after commas
      space after commas, not before
      no space before commas
      always put a space after a comma
      no comma without a space after it
      comma followed by a space`,
  },
  {
    rule: 'semi-spacing',
    says: `enforce consistent spacing before and after semicolons
      no space before semicolons
      put a space after semicolons
      do not put spaces before a semicolon`,
  },
  {
    rule: 'key-spacing',
    says: `enforce consistent spacing between keys and values in object literal properties
      put a space after the colon in object literals
      no space before the colon in object properties
      space after the colon between key and value in objects
      consistent spacing around colons in object properties`,
  },
  {
    rule: 'keyword-spacing',
    says: `enforce consistent spacing before and after keywords
      put spaces around keywords
      space before and after keywords
      put a space after if, for and while
      a space after keywords like if
      no keyword without spaces around it`,
  },
  {
    rule: 'space-before-blocks',
    says: `enforce consistent spacing before blocks
      put a space before blocks
      put a space before the opening brace of a block
      a space before opening curly braces
      always a space before {`,
  },
  {
    rule: 'space-before-blocks',
    options: ['never'],
    says: `no space before blocks
      no space before the opening brace`,
  },
  {
    rule: 'space-before-function-paren',
    says: `enforce consistent spacing before function definition opening parenthesis
      put a space before function parentheses
      a space before the opening paren of a function definition
      put a space between the function name and the parenthesis in its definition
      space before parentheses in function definitions
      space before the parameter list of a function
      always a space before the parentheses of a function declaration
      a space between function and its opening parenthesis
      leave a space in front of the parameter list of a function definition
      function definitions have a space before the paren
      a gap between function name or keyword and paren in definitions
      definitions have a space between name and parenthesis
      space after the function keyword and name before the parens
      when defining a function put a space before its parens
      function () with a space, not function()
      function foo () with a space`,
  },
  {
    rule: 'space-before-function-paren',
    options: ['never'],
    says: `no space before function parentheses
      do not put a space before the opening paren of a function definition
      no space between the function name and its parameter list in definitions
      no space before the parenthesis in function declarations`,
  },
  {
    rule: 'func-call-spacing',
    says: `require or disallow spacing between function identifiers and their invocations
      disallow spacing between function identifiers and their applications
      no space between a function name and its call parentheses
      do not put a space between function name and parentheses when calling
      no space before the parentheses of a function call
      no space between a function and the parens that call it
      never put spaces before the opening parenthesis of a call
      no whitespace between function names and their invocation
      when calling, name and parenthesis stick together
      fn () with a space is forbidden for calls
      calls have no space before the paren
      the paren of a call sticks to the name
      no gap between function name and paren in calls
      function call without space before the parenthesis`,
  },
  {
    rule: 'func-call-spacing',
    options: ['always'],
    says: `put a space between a function name and its call parentheses
      always a space before the parentheses of a function call`,
  },
  {
    rule: 'space-in-parens',
    says: `enforce consistent spacing inside parentheses
      no spaces inside parentheses
      do not put spaces inside parens`,
  },
  {
    rule: 'space-in-parens',
    options: ['always'],
    says: `put spaces inside parentheses
      always use spaces inside parens`,
  },
  {
    rule: 'space-infix-ops',
    says: `require spacing around infix operators
      put spaces around operators
      spaces around binary operators
      surround operators with spaces
      no operators without spaces around them
      always put spaces around infix operators
      operators have spaces on both sides
      a space left and right of operators`,
  },
  {
    rule: 'space-unary-ops',
    says: `enforce consistent spacing before or after unary operators
      put a space after word unary operators like typeof, and no space around ++
      no space between a unary operator and its operand
      a space after unary word operators such as new, delete and typeof
      no spaces around unary operators like ++ and !
      consistent spacing around unary operators
      no space after ! or before ++
      space after typeof and delete, none after symbols
      typeof, delete and new need a space, ! and ++ none
      no space between ! or ++ and the operand
      word operators need a space, symbols like ! and ++ none
      space after delete, typeof, void and new
      no blank between - or ! and its operand
      no space between ++ and the variable
      a unary minus or ! sticks to its operand
      typeof needs a space after it`,
  },
  {
    rule: 'switch-colon-spacing',
    says: `enforce spacing around colons of switch statements
      put a space after the colon of switch cases
      no space before the colon in case labels`,
  },
  {
    rule: 'template-curly-spacing',
    says: `require or disallow spacing around embedded expressions of template strings
      no spaces inside template literal braces
      no spaces inside \${} in template strings
      do not put spaces around expressions in template literals`,
  },
  {
    rule: 'template-curly-spacing',
    options: ['always'],
    says: `put spaces inside \${} in template strings
      spaces around expressions inside template literals`,
  },
  {
    rule: 'template-tag-spacing',
    says: `require or disallow spacing between template tags and their literals
      no space between a template tag and its literal
      no space between the tag function and the template literal
      do not put a space after a template tag
      tag and template literal must touch, without space between
      never put whitespace between tag and template string
      no space between a tag and the backtick
      the tag sticks to its template
      tag function directly followed by the backtick
      tag and backtick without space
      the backtick comes right after the tag
      no gap between tag and backtick
      tagged templates have no space after the tag
      no space between a tag and its template string`,
  },
  {
    rule: 'template-tag-spacing',
    options: ['always'],
    says: `put a space between a template tag and its literal
      always a space after a template tag`,
  },
  {
    rule: 'rest-spread-spacing',
    says: `enforce spacing between rest and spread operators and their expressions
      no space after the spread operator
      no space between ... and its expression
      do not put a space after rest and spread operators`,
  },
  {
    rule: 'generator-star-spacing',
    says: `enforce consistent spacing around * operators in generator functions
      put a space around the star in generator functions
      the star of a generator goes before the name
      consistent spacing around the generator star`,
  },
  {
    rule: 'yield-star-spacing',
    says: `require or disallow spacing around the * in yield* expressions
      put the star after yield
      no space between yield and its star
      consistent spacing around the yield star`,
  },
];
