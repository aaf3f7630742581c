import type { LintTopic } from '../lint-entry';

/** The language's own objects: their constructors and prototypes. */
export const NATIVES: LintTopic = [
  {
    rule: 'prefer-object-spread',
    says: `disallow using Object.assign with an object literal as the first argument and prefer the use of object spread instead
      use object spread instead of Object.assign
      prefer spread over Object.assign
      do not use Object.assign to copy into a new object
      never use Object.assign with an empty object literal
      no Object.assign, use spread
      copy and merge objects with spread syntax, not Object.assign
      copy objects with {...a} rather than Object.assign({}, a)
      spread over Object.assign
      Object.assign with a new object becomes spread
      Object.assign({}) is old, use spread
      merge objects with ... not Object.assign
      no Object.assign into an empty object`,
  },
  {
    rule: 'prefer-object-has-own',
    says: `disallow use of Object.prototype.hasOwnProperty.call() and prefer use of Object.hasOwn()
      use Object.hasOwn instead of hasOwnProperty
      prefer Object.hasOwn over Object.prototype.hasOwnProperty.call`,
  },
  {
    rule: 'no-prototype-builtins',
    says: `disallow calling some Object.prototype methods directly on objects
      do not call hasOwnProperty directly on an object
      never call Object.prototype methods on objects
      use Object.prototype.hasOwnProperty.call instead of obj.hasOwnProperty
      do not use obj.hasOwnProperty
      no direct hasOwnProperty, isPrototypeOf or propertyIsEnumerable on objects
      do not call builtin prototype methods on the object itself
      obj.hasOwnProperty is not safe, use Object.prototype.hasOwnProperty.call
      call hasOwnProperty through Object.prototype
      obj.hasOwnProperty is unsafe
      never call hasOwnProperty on the object itself
      hasOwnProperty only through Object.prototype
      use Object.hasOwn instead of calling hasOwnProperty on an object
      no isPrototypeOf or propertyIsEnumerable on the object itself
      an object can shadow hasOwnProperty
      no foo.hasOwnProperty`,
  },
  {
    rule: 'no-proto',
    says: `disallow the use of the __proto__ property
      never use __proto__
      do not use the __proto__ property
      use Object.getPrototypeOf instead of __proto__
      __proto__ is forbidden
      __proto__ is deprecated`,
  },
  {
    rule: 'no-iterator',
    says: `disallow the use of the __iterator__ property
      never use __iterator__
      do not use the __iterator__ property`,
  },
  {
    rule: 'no-extend-native',
    says: `disallow extending native types
      do not extend native prototypes
      never add methods to built-in prototypes
      do not modify native prototypes
      do not extend builtin objects like Array or Object
      never monkey patch builtins
      do not add properties to Array.prototype
      hands off native prototypes
      prototypes of builtins must not be extended`,
  },
  {
    rule: 'no-object-constructor',
    says: `disallow calls to the Object constructor without an argument
      disallow Object constructors
      never use new Object()
      no new Object, use {}
      use object literals instead of new Object
      do not use the Object constructor
      create objects with {}
      do not call Object() to create an empty object
      use {} rather than Object()
      write {} instead of Object()
      object literal rather than Object constructor
      objects are created by literal
      new Object is forbidden
      create an object with a literal
      nobody types new Object
      {} instead of new Object
      Object constructor is useless`,
  },
  {
    rule: 'no-array-constructor',
    says: `disallow Array constructors
      disallow generic Array constructors
      never use new Array()
      no Array constructor, use []
      use array literals instead of new Array
      do not use the Array constructor
      create arrays with []
      do not create arrays by calling Array
      write [] instead of Array()
      create arrays with literals, not with the Array constructor
      array literals over Array constructor
      never call Array to make an array
      arrays are made with []
      new Array only with a length
      Array constructor is confusing, use a literal
      no Array() with elements`,
  },
  {
    rule: 'no-new-wrappers',
    says: `disallow new operators with the String, Number, and Boolean objects
      no new String, new Number or new Boolean
      never use primitive wrapper objects
      do not create wrapper objects for primitives
      do not use new with String, Number or Boolean
      no primitive wrapper instances
      new String, new Number and new Boolean are forbidden
      wrapper objects for primitives are useless`,
  },
  {
    rule: 'no-new-native-nonconstructor',
    says: `disallow new operators with global non-constructor functions
      disallow new operators with the Symbol object
      never use new with Symbol
      no new Symbol
      do not call Symbol with new
      call Symbol() without new
      never use new with Symbol or BigInt
      do not instantiate Symbol
      Symbol must not be constructed with new
      Symbol without new
      symbols are made by Symbol(), not new Symbol()
      Symbol is called without new
      new Symbol throws
      Symbol and BigInt are functions, not constructors
      no new before Symbol
      Symbol is not a constructor
      new in front of Symbol or BigInt is an error`,
  },
  {
    rule: 'no-obj-calls',
    says: `disallow calling global object properties as functions
      do not call Math, JSON or Reflect as functions
      never call global objects like Math or JSON`,
  },
  {
    rule: 'symbol-description',
    says: `require symbol descriptions
      give every Symbol a description
      always pass a description to Symbol
      symbols must have a description
      no Symbol without description
      never call Symbol() with no description
      describe your symbols
      Symbol() gets a description
      name your symbols with a description
      no anonymous symbols
      a symbol gets a description
      Symbol without text is hard to debug
      no empty Symbol()
      pass a string to Symbol that describes it
      every Symbol says what it is for
      Symbol() with a name for debugging`,
  },
  {
    rule: 'prefer-reflect',
    says: `require Reflect methods where applicable
      use Reflect methods
      use Reflect instead of the old Object and Function methods
      prefer Reflect.apply over Function.prototype.apply
      prefer the Reflect API
      use Reflect.defineProperty instead of Object.defineProperty
      use Reflect where there is a Reflect method for it
      take Reflect for apply, defineProperty, getPrototypeOf and the rest
      methods of Reflect over those of Object
      Reflect instead of apply, defineProperty and delete
      the old way with apply and Object.defineProperty is replaced by Reflect
      use Reflect.apply, Reflect.defineProperty, Reflect.deleteProperty
      prefer Reflect
      old Object methods become Reflect methods
      Reflect.deleteProperty instead of delete`,
  },
];
