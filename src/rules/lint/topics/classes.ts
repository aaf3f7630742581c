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
      method without this: make it static
      instance methods that never use this must be static or plain functions
      a method has no business in the class if it ignores this
      method does not need the instance, make it static
      no this in the method body means it should be static
      methods without this belong outside the class
      a method that does not use its instance should be a function`,
  },
  {
    rule: 'constructor-super',
    says: `require super() calls in constructors
      call super in constructors of derived classes
      derived class constructors must call super
      always call super() in the constructor of a subclass
      never forget super in a subclass constructor
      constructors of classes that extend another must call super
      a subclass constructor has to call super
      if a class extends another, its constructor calls super
      subclass constructors without super throw
      no constructor of a subclass without super
      extends and constructor means super call
      do not call super in a class that extends nothing
      a class with extends and a constructor needs super`,
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
      in a subclass constructor super comes before this
      super goes first, this only after
      this comes after super in a constructor
      touching this before super throws
      no this in a constructor until super was called
      super first, then this
      this is not there before super`,
  },
  {
    rule: 'no-constructor-return',
    says: `disallow returning value from constructor
      constructors must not return a value
      do not return anything from a constructor
      no return in constructors
      never return from a class constructor
      a constructor never returns a value
      return with value in constructor is forbidden
      a constructor does not return
      return with a value has no place in a constructor
      constructors give nothing back
      no value returned from constructor
      return something in a constructor is forbidden`,
  },
  {
    rule: 'no-useless-constructor',
    says: `disallow unnecessary constructors
      no useless constructors
      do not write empty constructors
      no constructor with an empty body
      no constructor that only calls super
      remove constructors that do nothing
      do not define a constructor that is empty or only calls super
      omit unnecessary constructors
      a constructor that does nothing is useless
      no constructor that only passes on to super
      empty constructors are useless
      a constructor that only calls super is useless
      leave the constructor out when it is empty
      default constructors need not be written
      the constructor is empty or only passes arguments to super`,
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
      class member names must be unique
      no method defined twice in a class
      the second member with the same name silently overwrites the first
      each method name only once in a class
      class with the same method twice
      duplicate names in a class body are forbidden`,
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
      private members nobody uses must go
      unused private members get deleted
      private fields nobody reads are dead
      a private method that is never called must go
      #private members must be used in the class
      a #field that nothing reads is dead code
      no private field without use`,
  },
  {
    rule: 'no-empty-static-block',
    says: `disallow empty static blocks
      no empty static blocks
      do not leave static blocks empty
      never leave a class static block empty
      static initialization blocks must not be empty
      remove empty static initializer blocks
      static block with nothing inside is forbidden
      empty static blocks are useless
      a static block with no content gets deleted
      class static initializer with no content
      no static {} without code
      static block without statements is forbidden
      delete empty static blocks`,
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
      a file must not contain more than one class
      no two classes in the same file
      a second class gets its own file
      one file, one class
      every class lives in its own file
      no file with more than one class`,
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
      never only a setter, always add the getter
      a property that can be set but not read is useless
      whoever adds a setter adds a getter beside it
      setter alone is forbidden, it needs the getter`,
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
      nothing between a getter and its setter
      getter and setter belong next to each other
      do not scatter getter and setter of the same name
      getter directly followed by its setter
      the getter and setter of the same property stand together
      no other members between getter and setter`,
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
