import type { LintTopic } from '../lint-entry';

/** Classes and their members. */
export const CLASSES: LintTopic = [
  {
    rule: 'class-methods-use-this',
    says: `enforce that class methods utilize this
      class methods must use this
      make methods static if they do not use this
      no class methods that do not use this
      methods that do not use this should be static or functions
      every method of a class must refer to this
      if a method does not use this, make it static
      a method that never touches this should not be an instance method
      method without this: make it static`,
  },
  {
    rule: 'constructor-super',
    says: `require super() calls in constructors
      call super in constructors of derived classes
      derived class constructors must call super
      always call super() in the constructor of a subclass
      never forget super in a subclass constructor
      constructors of classes that extend another must call super
      a subclass constructor has to call super`,
  },
  {
    rule: 'no-this-before-super',
    says: `disallow this/super before calling super() in constructors
      do not use this before super
      call super before using this in constructors
      never access this before calling super
      super() must come first, before this
      no this before super in constructors
      first super(), then this
      call super before you touch this
      in a subclass constructor super comes before this`,
  },
  {
    rule: 'no-constructor-return',
    says: `disallow returning value from constructor
      constructors must not return a value
      do not return anything from a constructor
      no return in constructors
      never return from a class constructor
      a constructor never returns a value
      return with value in constructor is forbidden`,
  },
  {
    rule: 'no-useless-constructor',
    says: `disallow unnecessary constructors
      no useless constructors
      do not write empty constructors
      no constructor that only calls super
      remove constructors that do nothing
      do not define a constructor that is empty or only calls super
      omit unnecessary constructors
      a constructor that does nothing is useless
      no constructor that only passes on to super`,
  },
  {
    rule: 'no-dupe-class-members',
    says: `disallow duplicate class members
      no duplicate class members
      no duplicate methods in a class
      do not define the same class member twice
      no two methods or properties with the same name in a class
      class members must have unique names
      do not declare a method twice in a class
      two methods with one name in the same class are forbidden
      class member names must be unique`,
  },
  {
    rule: 'no-unused-private-class-members',
    says: `disallow unused private class members
      no unused private class members
      remove private members that are not used
      private fields and methods must be used
      do not leave unused private fields or methods in a class
      no unused private fields
      every private class member has to be used
      private members nobody uses must go`,
  },
  {
    rule: 'no-empty-static-block',
    says: `disallow empty static blocks
      no empty static blocks
      do not leave static blocks empty
      never leave a class static block empty
      static initialization blocks must not be empty
      remove empty static initializer blocks
      static block with nothing inside is forbidden`,
  },
  {
    rule: 'max-classes-per-file',
    options: ['{n}'],
    says: `enforce a maximum number of classes per file
      at most {n} classes per file
      no more than {n} classes in a file
      limit the number of classes per file
      do not put too many classes in one file`,
  },
  {
    rule: 'max-classes-per-file',
    options: [1],
    says: `one class per file
      only one class per file
      a single class per file
      each file has only a single class
      do not put several classes in a file
      never define multiple classes in the same file
      each class goes in its own file
      a file must not contain more than one class`,
  },
  {
    rule: 'lines-between-class-members',
    says: `require or disallow an empty line between class members
      put a blank line between class members
      separate class methods with an empty line
      leave an empty line between methods of a class`,
  },
  {
    rule: 'lines-between-class-members',
    options: ['never'],
    says: `no blank lines between class members
      do not put empty lines between class methods`,
  },
  {
    rule: 'accessor-pairs',
    says: `enforce getter and setter pairs in objects and classes
      every setter needs a getter
      a setter must have a matching getter
      no setter without a getter
      define getters and setters in pairs
      setters must come with a corresponding getter
      always define a getter when you define a setter
      do not define a setter without a getter
      setter without getter: not allowed
      a property with a setter needs a getter as well
      never only a setter, always add the getter`,
  },
  {
    rule: 'grouped-accessor-pairs',
    says: `require grouped accessor pairs in object literals and classes
      keep getters and setters together
      put the getter and setter of a property next to each other
      getter and setter for the same property must be adjacent
      group getters and setters of the same property
      do not separate a getter from its setter
      a setter goes right next to its getter
      getter and setter of one property belong together
      nothing between a getter and its setter`,
  },
  {
    rule: '@typescript-eslint/class-literal-property-style',
    says: `enforce that literals on classes are exposed in a consistent style
      use readonly fields instead of getters that return a literal
      expose literals as readonly fields, not getters
      no getters that just return a literal`,
  },
  {
    rule: '@typescript-eslint/no-extraneous-class',
    says: `disallow classes used as namespaces
      no classes with only static members
      do not use classes as namespaces
      never create a class that has only static methods
      use functions instead of static-only classes
      no empty classes`,
  },
];
