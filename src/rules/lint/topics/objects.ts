import type { LintTopic } from '../lint-entry';

/** Objects, arrays and what builds them. */
export const OBJECTS: LintTopic = [
  {
    rule: 'object-shorthand',
    says: `require or disallow method and property shorthand syntax for object literals
      use object shorthand
      use property shorthand
      use method and property shorthand in object literals
      prefer shorthand properties and methods in objects
      use shorthand for object properties
      write { x } instead of { x: x }
      shorthand in object literals
      no repeating the name as value in objects`,
  },
  {
    rule: 'object-shorthand',
    options: ['never'],
    says: `do not use object shorthand
      no shorthand properties
      never use property shorthand in objects`,
  },
  {
    rule: 'quote-props',
    options: ['as-needed'],
    says: `require quotes around object literal property names
      only quote object keys when needed
      do not quote object property names unless required
      no unnecessary quotes around object keys
      no quotes around property names unless necessary
      quote properties only as needed`,
  },
  {
    rule: 'quote-props',
    says: `always quote object keys
      put quotes around object property names
      quote all object property names
      object keys must be quoted`,
  },
  {
    rule: 'quote-props',
    options: ['consistent'],
    says: `quote object properties consistently
      if one object key needs quotes, quote them all`,
  },
  {
    rule: 'dot-notation',
    says: `enforce dot notation whenever possible
      use dot notation
      use dot notation instead of brackets
      access properties with dot notation
      do not use bracket notation for property access when a dot works
      no square bracket property access for known names
      prefer obj.prop over obj['prop']
      do not write obj['name'], write obj.name
      access known properties with a dot and not with brackets
      use the dot instead of brackets for property names
      no brackets with a string literal to access a property
      brackets only for dynamic keys
      square brackets are for variable keys only
      dot access when the key is a valid identifier
      access properties with dot, brackets only when computed`,
  },
  {
    rule: 'no-dupe-keys',
    says: `disallow duplicate keys in object literals
      no duplicate keys in objects
      do not repeat keys in an object literal
      object keys must be unique
      never define the same key twice in an object
      no two properties with the same name in an object
      same key twice in an object is forbidden
      an object literal has each key only once
      each key only once in an object
      each key of an object only once
      a key twice in one object overwrites the first
      object literals with the same key twice are wrong
      no key may be repeated
      keys in an object are unique`,
  },
  {
    rule: 'sort-keys',
    says: `require object keys to be sorted
      sort object keys
      object keys must be in alphabetical order
      sort object properties alphabetically
      keep object keys sorted
      object keys in alphabetical order
      unsorted keys are forbidden`,
  },
  {
    rule: 'no-useless-computed-key',
    says: `disallow unnecessary computed property keys in objects and classes
      no useless computed keys
      do not use computed property names for plain literals
      no computed keys with a string literal
      do not wrap literal property names in brackets
      do not put a literal key in square brackets
      write plain property names instead of computed ones where possible
      a constant key needs no square brackets
      no brackets around constant keys
      computed keys are for computed things
      no literal between the brackets of a key
      brackets around a literal key are useless
      a string literal as computed key is useless
      computed key with a constant string is useless`,
  },
  {
    rule: 'no-sparse-arrays',
    says: `disallow sparse arrays
      no sparse arrays
      do not leave holes in arrays
      no empty slots in array literals
      never write arrays with consecutive commas
      holes in arrays are forbidden
      no double commas in arrays`,
  },
  {
    rule: 'prefer-destructuring',
    says: `require destructuring from arrays and/or objects
      use destructuring
      prefer destructuring
      use destructuring to access object properties
      destructure objects and arrays instead of accessing properties
      prefer object destructuring over property access
      use object and array destructuring when assigning variables
      destructure instead of reading properties one by one`,
  },
  {
    rule: 'no-empty-pattern',
    says: `disallow empty destructuring patterns
      no empty destructuring patterns
      do not destructure into an empty pattern
      empty destructuring is forbidden
      empty destructuring is useless
      nothing between the braces of a destructuring`,
  },
  {
    rule: 'no-useless-rename',
    says: `disallow renaming import, export, and destructured assignments to the same name
      do not rename imports, exports or destructured variables to the same name
      no useless renames
      never rename something to its own name
      no import { a as a }
      do not alias an import or export to the same name
      no renaming to the same name in destructuring
      rename to the same name is useless
      renaming to the same name is useless
      as with the same name is useless in import and export
      renaming a thing to itself is useless`,
  },
  {
    rule: '@typescript-eslint/no-dynamic-delete',
    says: `disallow using the delete operator on computed key expressions
      do not delete computed keys
      no dynamic delete
      never use delete with a computed property`,
  },
];
