import { any, called, type Construct, node, patterns } from '../construct';

/** What Rust and Go have. */
export const IN_RUST_AND_GO: readonly Construct[] = [
  {
    called: /^unsafe(?: code| blocks?| rust| keyword| functions?)?$/,
    rules: { rust: any(node('unsafe_block'), node('function_modifiers', '\\bunsafe\\b')) },
  },
  {
    called: /^unwraps?(?:\(\))?(?: calls?)?$|^\.unwrap(?:\(\))?(?: calls?)?$|^`?unwrap\(\)`?s?$/,
    rules: { rust: patterns('$A.unwrap()') },
  },
  {
    called: /^\.?expect(?:\(\))(?: calls?)?$/,
    rules: { rust: patterns('$A.expect($B)') },
  },
  {
    called: /^panics?(?:!|\(\)|!\(\))?(?: calls?| macros?)?$/,
    rules: { rust: node('macro_invocation', '^panic!'), go: called('^panic$') },
  },
  {
    called: /^(?:todo!|unimplemented!)(?:\(\))?(?: macros?)?$/,
    rules: { rust: node('macro_invocation', '^(?:todo|unimplemented)!') },
  },
  {
    called: /^dbg!?(?:\(\))?(?: macros?| calls?)?$/,
    rules: { rust: node('macro_invocation', '^dbg!') },
  },
  {
    called: /^static mut(?:s|ables?)?(?: variables?| items?)?$|^mutable statics?$/,
    rules: { rust: { kind: 'static_item', has: { kind: 'mutable_specifier' } } },
  },
  { called: /^\.?clone(?:\(\))(?: calls?)?$|^\.clone$/, rules: { rust: patterns('$A.clone()') } },
  { called: /^as casts?$|^numeric casts? with as$/, rules: { rust: node('type_cast_expression') } },
  { called: /^macro_rules!?(?: macros?)?$/, rules: { rust: node('macro_definition') } },
  {
    called: /^(?:the )?(?:empty interface|interface\{\})(?: type)?$|^empty interfaces$/,
    rules: { go: node('interface_type', '^interface\\s*\\{\\s*\\}$') },
  },
  {
    called: /^init(?:\(\))(?: functions?)?$|^init functions?$/,
    rules: {
      go: {
        kind: 'function_declaration',
        has: { kind: 'identifier', field: 'name', regex: '^init$' },
      },
    },
  },
  {
    called: /^blank imports?$/,
    rules: { go: { kind: 'import_spec', has: { kind: 'blank_identifier' } } },
  },
  {
    called: /^(?:defer|defers|defer statements?) (?:in|inside|within) (?:for )?loops?$/,
    rules: {
      go: {
        kind: 'defer_statement',
        inside: { kind: 'for_statement', stopBy: { kind: 'func_literal' } },
      },
    },
  },
];
