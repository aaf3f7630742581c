import type { LintTopic } from '../lint-entry';

/** TypeScript: types and how values are given them. */
export const TYPES: LintTopic = [
  {
    rule: '@typescript-eslint/no-explicit-any',
    says: `disallow the any type
      never use any
      no any
      do not use the any type
      avoid any in types
      use unknown instead of any
      the any type is forbidden
      no explicit any
      do not type things as any
      never annotate with any
      any is banned
      any is forbidden, use unknown
      no any in types
      typing something as any is forbidden`,
  },
  {
    rule: '@typescript-eslint/no-non-null-assertion',
    says: `disallow non-null assertions using the ! postfix operator
      no non-null assertions
      never use the non-null assertion operator
      do not use ! to assert non null
      non-null assertions are forbidden
      the bang operator is forbidden
      non-null assertions hide bugs`,
  },
  {
    rule: '@typescript-eslint/no-extra-non-null-assertion',
    says: `disallow extra non-null assertions
      no double non-null assertions
      no redundant non-null assertions`,
  },
  {
    rule: '@typescript-eslint/no-confusing-non-null-assertion',
    says: `disallow non-null assertion in locations that may be confusing
      no confusing non-null assertions
      no non-null assertion next to an equals sign`,
  },
  {
    rule: '@typescript-eslint/no-non-null-asserted-optional-chain',
    says: `disallow non-null assertions after an optional chain expression
      no non-null assertion after optional chaining`,
  },
  {
    rule: '@typescript-eslint/no-non-null-asserted-nullish-coalescing',
    says: `disallow non-null assertions in the left operand of a nullish coalescing operator
      no non-null assertion before nullish coalescing`,
  },
  {
    rule: '@typescript-eslint/ban-ts-comment',
    says: `disallow @ts-<directive> comments or require descriptions after directives
      never use @ts-ignore
      no @ts-ignore
      no @ts-ignore comments
      no @ts-nocheck
      do not use @ts-ignore or @ts-expect-error
      do not suppress type errors with @ts-ignore
      do not silence the compiler with @ts-ignore comments
      use @ts-expect-error instead of @ts-ignore
      @ts-ignore is forbidden
      suppressing type errors with @ts-ignore is forbidden`,
  },
  {
    rule: '@typescript-eslint/ban-tslint-comment',
    says: `disallow // tslint:<rule-flag> comments
      no tslint comments
      remove tslint comments`,
  },
  {
    rule: '@typescript-eslint/array-type',
    says: `require consistently using either T[] or Array<T> for arrays
      use T[] instead of Array<T>
      write array types as T[]
      prefer T[] for array types`,
  },
  {
    rule: '@typescript-eslint/array-type',
    options: [{ default: 'generic' }],
    says: `use Array<T> instead of T[]
      write array types as Array<T>
      use the generic array type
      prefer Array<T> over T[]`,
  },
  {
    rule: '@typescript-eslint/consistent-type-definitions',
    says: `enforce type definitions to consistently use either interface or type
      use interface instead of type
      prefer interfaces over type aliases
      define object types with interface
      use interfaces for object shapes
      use interface for object types, not type
      no type aliases for objects, use interfaces`,
  },
  {
    rule: '@typescript-eslint/consistent-type-definitions',
    options: ['type'],
    says: `use type instead of interface
      prefer type aliases over interfaces
      use types, not interfaces
      define object types with type aliases
      never use interface
      no interfaces, use type`,
  },
  {
    rule: '@typescript-eslint/consistent-type-assertions',
    options: [{ assertionStyle: 'never' }],
    says: `no type assertions
      never use type assertions
      do not cast types
      avoid type casts
      no casting with as`,
  },
  {
    rule: '@typescript-eslint/consistent-type-assertions',
    says: `enforce consistent usage of type assertions
      use as for type assertions instead of angle brackets
      no angle bracket type assertions
      cast with as, not angle brackets`,
  },
  {
    rule: '@typescript-eslint/consistent-type-imports',
    says: `enforce consistent usage of type imports
      use import type for types
      use type only imports
      import types with import type
      use type imports for imports only used as types
      always import types using import type
      types come in with import type
      import type for everything that is only a type`,
  },
  {
    rule: '@typescript-eslint/consistent-type-imports',
    options: [{ prefer: 'no-type-imports' }],
    says: `do not use import type
      no type imports`,
  },
  {
    rule: '@typescript-eslint/no-import-type-side-effects',
    says: `enforce the use of top-level import type qualifier when an import only has specifiers with inline type qualifiers
      use a top level type qualifier when all specifiers are inline types
      no imports with only inline type qualifiers`,
  },
  {
    rule: '@typescript-eslint/consistent-generic-constructors',
    says: `enforce specifying generic type arguments on type annotation or constructor name of a constructor call
      put generic type arguments on the constructor, not the annotation
      specify generics on the constructor call`,
  },
  {
    rule: '@typescript-eslint/consistent-indexed-object-style',
    says: `require or disallow the Record type
      use Record instead of index signatures
      prefer Record over an indexed object type
      no index signatures, use Record`,
  },
  {
    rule: '@typescript-eslint/consistent-indexed-object-style',
    options: ['index-signature'],
    says: `use index signatures instead of Record
      never use the Record type
      prefer index signatures over Record`,
  },
  {
    rule: '@typescript-eslint/explicit-function-return-type',
    says: `require explicit return types on functions and class methods
      functions must have explicit return types
      always annotate return types
      always declare the return type of functions
      add explicit return types to all functions
      every function needs a return type
      no functions without a return type
      specify return types
      return types are written out
      function without return type is forbidden`,
  },
  {
    rule: '@typescript-eslint/explicit-module-boundary-types',
    says: `require explicit return and argument types on exported functions' and classes' public class methods
      exported functions must have explicit types
      exported functions need explicit return types
      annotate parameter and return types of exported functions`,
  },
];
