/** Words that mean the same here, by the term that stands for them. */
export const SYNONYMS = `
  function: func fn funcs fns
  method: methods
  param: parameter params argument args arg
  useless: spare idle unnecessary surplus needless needlessly redundant superfluous pointless unneeded uselessly unnecessarily
    extraneous meaningless unneccessary gratuitous
  unused: unread dead-variable
  assign: assignment
  reassign: overwrite overwrites overwritten overwriting replace-binding override mutate
  declare: declaration declarations define definition defined
  init: initialize initialise initialization initialisation initializer initialiser initialized
  compare: comparison comparing comparisons
  equal: equality equals
  concat: plus glue glued gluing concatenate concatenation concatenating
  indent: indentation indenting
  space: gap gaps blanks spacing whitespace spaces padding spaced
  paren: parentheses parenthesis parens parenthesize parenthesized parenthesise
  bracket: brackets
  brace: braces curlies
  newline: linebreak
  loop: loops iteration iterations iterate iterates looping
  condition: conditional conditionals conditions
  ternary: ternaries
  duplicate: duplicated duplication duplicates repeated repeat twice repeating double-up
  empty: blank bodyless
  nest: nested nesting nests
  shadow: shadowed shadowing hide
  capital: capitalize capitalise capitalized uppercase capitals uppercased capitalization capitalisation
  quote: quotes quoted quoting quotation
  string: strings str
  object: objects obj
  property: properties prop props
  key: keys
  class: classes
  import: imports imported importing
  exit: exits quit leave-loop
  export: exports exported exporting
  throw: throws throwing thrown raise raising
  catch: catching caught
  reject: rejection rejecting rejected rejections
  error: errors exception exceptions err
  invoke: invocation invoking invoked call calling calls called
  annotate: annotation annotations annotated
  negate: negated negation negating negative negations
  invert: inverted
  const: consts
  constant: constants
  var: vars
  async: asynchronous asynchronously
  sync: synchronous synchronously blocking
  await: awaits awaiting awaited
  destructure: destructuring destructured
  yoda: yodas
  octal: octals
  hexadecimal: hex
  bitwise: bit-wise
  comment: comments commented
  type: types typed typing
  member: members
  enum: enums enumeration enumerations
  constructor: ctor constructors construct
  initializer: initializers
  require: required
  trail: trailing
  lead: leading
  consecutive: successive
  superclass: super-class
  start: begin begins first-letter beginning starts
  top: head
  last: bottom final
  alphabet: alphabetical alphabetically
  sort: sorted sorting order ordered ordering
  group: grouped adjacent together
  semicolon: semi semis
  character: chars char chars letter letters
  identifier: identifiers ids
  name: names named naming
  underscore: underscores
  escape: escapes escaped escaping
  label: labels labelled labeled
  unreachable: unreached
  line: lines loc
  file: files
  depth: levels level deep
  length: long longer
  short: shorter
  return: returns returned returning
  terse: concise
  todo: todos xxx hack
  convert: conversion conversions cast-to coerce coercion coercing
  cast: assertion assert asserting casting casts
  literal: literals
  regex: regexp regexes
  mix: mixed mixing
  bind: bound binding
  global: globals
  native: built-in builtin builtins built-ins builtin-object
  extend: extending augment monkey-patch extends
  prototype: prototypes
  undeclared: undefined-variable
  getter: getters
  setter: setters
  static: statics
  private: privates
  mode: modes
  chain: chained chaining chains
  rename: renaming renamed renames
  alias: aliases aliasing aliased
  explicit: explicitly
  implicit: implicitly
  consistent: consistently consistency
  shorthand: shorthands
  interface: interfaces
  overload: overloads overloaded overloading
  signature: signatures
  delete: deleting deletes deleted removing-property
  anonymous: unnamed
  alert: alerts
  debugger: breakpoint breakpoints
  loose: loosely
  position: location placement
  wrap: wrapping wrapped surround surrounded enclose enclosed
  same: identical
  separate: separately
  inline: inlined
  colon: colons
  comma: commas
  operator: operators
  void: voids
  promise: promises
  callback: callbacks cb
  value: values
  flag: flags
  generic: generics
  constraint: constraints
  union: unions
  merge: merging merged combine combined combining
  access: accessing accessed accessor accessors
  multiple: several
  unsafe: dangerous
  number: numbers numeric numerical
  decimal: decimals
  file-end: eof
  body: bodies
  self: itself
  ignore: ignoring ignored swallow swallowing swallowed
  handle: handling handled handler
  check: checking checks checked
  regex-literal: regex-literals
  reference: references referenced referring
  unreferenced: nonreferenced
  dangle: dangling
  tab: tabs
  point: points dot dots period
  attribute: attributes attr attrs
  description: describe descriptions describing
  capture: capturing captured captures
  modifier: modifiers
  directive: directives
  environment: env
  constant-condition: always-true
  case: cases
  switch: switches
  concise: succinct
  code: codes
  filename: filenames
  variable: variables
  statement: statements
  expression: expressions
  keyword: keywords
  element: elements item items entry entries
  array: arrays
  block: blocks
  module: modules
  scope: scopes
  placeholder: placeholders
`;
