import type { LintTopic } from '../lint-entry';

/** TypeScript: members, overloads, enums and namespaces. */
export const TYPE_DECLARATIONS: LintTopic = [
  {
    rule: '@typescript-eslint/explicit-member-accessibility',
    says: `require explicit accessibility modifiers on class properties and methods
      class members need explicit accessibility modifiers
      always write public, private or protected on class members
      specify accessibility modifiers on class members
      no class members without accessibility modifier`,
  },
  {
    rule: '@typescript-eslint/explicit-member-accessibility',
    options: [{ accessibility: 'no-public' }],
    says: `never write public on class members
      no public keyword on class members
      omit the public modifier`,
  },
  {
    rule: '@typescript-eslint/member-ordering',
    says: `require a consistent member declaration order
      order class members consistently
      class fields before constructor before methods
      keep a consistent order of class members`,
  },
  {
    rule: '@typescript-eslint/method-signature-style',
    says: `enforce using a particular method signature syntax
      use property syntax for method signatures
      write methods in interfaces as function properties`,
  },
  {
    rule: '@typescript-eslint/method-signature-style',
    options: ['method'],
    says: `use method syntax for method signatures
      no function properties in interfaces, use method signatures`,
  },
  {
    rule: '@typescript-eslint/adjacent-overload-signatures',
    says: `require that function overload signatures be consecutive
      keep function overloads together
      overload signatures must be adjacent
      group function overloads`,
  },
  {
    rule: '@typescript-eslint/unified-signatures',
    says: `disallow two overloads that could be unified into one with a union or an optional/rest parameter
      merge overloads into one signature with a union
      no overloads that could be one signature
      use a union or optional parameter instead of overloads`,
  },
  {
    rule: '@typescript-eslint/no-duplicate-enum-values',
    says: `disallow duplicate enum member values
      no duplicate enum values
      enum members must have unique values`,
  },
  {
    rule: '@typescript-eslint/prefer-enum-initializers',
    says: `require each enum member value to be explicitly initialized
      initialize every enum member
      give each enum member an explicit value
      no enum members without a value`,
  },
  {
    rule: '@typescript-eslint/prefer-literal-enum-member',
    says: `require all enum members to be literal values
      enum members must be literals
      no computed enum members`,
  },
  {
    rule: '@typescript-eslint/no-empty-object-type',
    says: `disallow accidentally using the empty object type
      disallow the declaration of empty interfaces
      no empty interfaces
      do not use the {} type
      never use {} as a type
      no empty object types
      empty interfaces are useless
      {} as a type is forbidden`,
  },
  {
    rule: '@typescript-eslint/no-inferrable-types',
    says: `disallow explicit type declarations for variables or parameters initialized to a number, string, or boolean
      no type annotations that can be inferred
      do not annotate types that are inferred
      let typescript infer simple types
      no explicit types on variables initialized to a number, string or boolean
      omit type annotations when the type is obvious
      types that are inferred anyway are noise`,
  },
  {
    rule: '@typescript-eslint/no-invalid-void-type',
    says: `disallow void type outside of generic or return types
      use void only as a return type
      no void type except for return types`,
  },
  {
    rule: '@typescript-eslint/no-misused-new',
    says: `enforce valid definition of new and constructor
      do not define new in a class or constructor in an interface
      no constructor in interfaces`,
  },
  {
    rule: '@typescript-eslint/no-namespace',
    says: `disallow TypeScript namespaces
      no namespaces
      never use namespaces
      use modules instead of namespaces
      do not use typescript namespaces
      namespaces are forbidden`,
  },
  {
    rule: '@typescript-eslint/prefer-namespace-keyword',
    says: `require using namespace keyword over module keyword to declare custom TypeScript modules
      use namespace instead of module
      declare namespaces with the namespace keyword, not module`,
  },
  {
    rule: '@typescript-eslint/no-unnecessary-parameter-property-assignment',
    says: `disallow unnecessary assignment of constructor property parameter
      no unnecessary assignment of parameter properties in constructors
      do not assign parameter properties again`,
  },
  {
    rule: '@typescript-eslint/parameter-properties',
    says: `require or disallow parameter properties in class constructors
      no parameter properties
      do not use parameter properties in constructors
      declare class properties explicitly instead of parameter properties`,
  },
  {
    rule: '@typescript-eslint/parameter-properties',
    options: [{ prefer: 'parameter-property' }],
    says: `use parameter properties
      use parameter properties in constructors
      prefer parameter properties over class properties`,
  },
  {
    rule: '@typescript-eslint/no-unnecessary-type-constraint',
    says: `disallow unnecessary constraints on generic types
      no extends any or extends unknown in generics
      no unnecessary generic constraints`,
  },
  {
    rule: '@typescript-eslint/no-unsafe-declaration-merging',
    says: `disallow unsafe declaration merging
      no declaration merging of classes and interfaces
      no class and interface with the same name`,
  },
  {
    rule: '@typescript-eslint/no-unsafe-function-type',
    says: `disallow using the unsafe built-in Function type
      never use the Function type
      no Function as a type
      do not use Function as a type, write the signature`,
  },
  {
    rule: '@typescript-eslint/no-wrapper-object-types',
    says: `disallow using confusing built-in primitive class wrappers
      use string instead of String as a type
      do not use String, Number, Boolean or Object as types
      use lowercase primitive types
      no wrapper object types`,
  },
  {
    rule: '@typescript-eslint/no-useless-empty-export',
    says: `disallow empty exports that don't change anything in a module file
      no useless empty exports
      no export {} in a module that already exports`,
  },
  {
    rule: '@typescript-eslint/prefer-as-const',
    says: `enforce the use of as const over literal type
      use as const instead of a literal type
      prefer as const
      use as const for literals`,
  },
  {
    rule: '@typescript-eslint/prefer-for-of',
    says: `enforce the use of for-of loop over the standard for loop where possible
      use for-of instead of index loops
      prefer for-of over a for loop with an index
      use for-of loops
      no index for loops when the index is not used`,
  },
  {
    rule: '@typescript-eslint/prefer-function-type',
    says: `enforce using function types instead of interfaces with call signatures
      use function types instead of interfaces with a call signature
      no interfaces with only a call signature`,
  },
  {
    rule: '@typescript-eslint/triple-slash-reference',
    says: `disallow certain triple slash directives in favor of ES6-style import declarations
      no triple slash references
      never use triple slash directives
      use imports instead of triple slash references`,
  },
  {
    rule: '@typescript-eslint/typedef',
    options: [{ variableDeclaration: true, parameter: true, propertyDeclaration: true }],
    says: `require type annotations in certain places
      annotate all variables with a type
      always write type annotations on variables and parameters
      every variable needs an explicit type`,
  },
];
