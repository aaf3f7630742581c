import { type Construct, node, patterns } from '../construct';

const MUTABLE = ['list', 'dictionary', 'set', 'list_comprehension'].map((kind) => ({ kind }));

/** What Python has. */
export const IN_PYTHON: readonly Construct[] = [
  {
    called:
      /^bare excepts?(?: clauses?| statements?| blocks?|:)?$|^except:(?: clauses?| statements?)?$/,
    rules: { python: node('except_clause', '^except\\s*:') },
  },
  {
    called:
      /^(?:broad(?: exception)?|catch-all|blanket) (?:excepts?|exceptions?|handlers?)(?: clauses?| blocks?| handlers?)?$|^except exception$/,
    rules: { python: node('except_clause', '^except\\s*(?::|\\(?(?:Base)?Exception\\b)') },
  },
  {
    called:
      /^mutable (?:default|keyword default)(?: arguments?| parameters?| values?| args?| argument values?)?s?$|^mutables? as defaults?(?: arguments?)?$/,
    rules: {
      python: {
        any: [{ kind: 'default_parameter' }, { kind: 'typed_default_parameter' }],
        has: { field: 'value', any: MUTABLE },
      },
    },
  },
  {
    called: /^(?:the )?global(?: keyword| statements?)$/,
    rules: { python: node('global_statement') },
  },
  {
    called: /^(?:list )?comprehensions$/,
    rules: { python: node('list_comprehension') },
  },
  {
    called: /^(?:%(?:-style)?|percent)(?:-| )?(?:style )?(?:string )?format(?:ting|s)?$/,
    rules: {
      python: { kind: 'binary_operator', regex: '%', has: { kind: 'string', field: 'left' } },
    },
  },
  {
    called: /^(?:str)?\.format(?:\(\))?(?: calls?| method)?$/,
    rules: {
      python: { kind: 'call', has: { kind: 'attribute', field: 'function', regex: '\\.format$' } },
    },
  },
  { called: /^f-?strings?$/, rules: { python: node('string', '^[rR]?[fF]') } },
  {
    called: /^assert(?: statements?)?$/,
    rules: { python: node('assert_statement') },
    onlyNamed: true,
  },
  {
    called: /^(?:# ?)?type: ?ignore(?: comments?)?$/,
    rules: { python: node('comment', 'type:\\s*ignore') },
  },
  { called: /^(?:# ?)?noqa(?: comments?)?$/, rules: { python: node('comment', '\\bnoqa\\b') } },
  {
    called: /^== none(?: comparisons?| checks?)?$|^comparisons? (?:to|with) none(?: with ==)?$/,
    rules: { python: patterns('$A == None', '$A != None') },
  },
];
