import {
  any,
  type Construct,
  each,
  JAVASCRIPT,
  JSX,
  node,
  patterns,
  TYPESCRIPT,
} from '../construct';

const COMPONENT_CLASS = '^extends\\s+(?:React\\.)?(?:Pure)?Component\\b';

/** What JavaScript and TypeScript have. */
export const IN_JAVASCRIPT: readonly Construct[] = [
  {
    called: /^(?:typescript )?enums?(?: types?| declarations?)?$/,
    rules: each(TYPESCRIPT, node('enum_declaration')),
  },
  {
    called: /^const enums?$/,
    rules: each(TYPESCRIPT, node('enum_declaration', '^const\\s')),
  },
  {
    called: /^(?:react )?class(?:-based)? components?$/,
    rules: each(JAVASCRIPT, {
      any: [{ kind: 'class_declaration' }, { kind: 'class' }],
      has: { kind: 'class_heritage', regex: COMPONENT_CLASS },
    }),
  },
  {
    called: /^interfaces?(?: declarations?)?$/,
    rules: each(TYPESCRIPT, node('interface_declaration')),
  },
  {
    called: /^(?:type alias(?:es)?|types|`type`|type)(?: for objects?| for object shapes?)?$/,
    rules: each(TYPESCRIPT, {
      kind: 'type_alias_declaration',
      has: { kind: 'object_type', field: 'value' },
    }),
  },
  {
    called: /^(?:typescript )?namespaces?(?: keyword| declarations?)?$/,
    rules: each(TYPESCRIPT, node('internal_module')),
  },
  {
    called:
      /^(?:type (?:assertions?|casts?|casting)|type assertions? with as|as (?:casts?|assertions?|keyword)|`as`|as|casts? with as)$/,
    rules: each(TYPESCRIPT, {
      kind: 'as_expression',
      not: { regex: '\\bas\\s+const$' },
    }),
  },
  {
    called: /^as any(?: casts?| assertions?)?$|^casts? to any$/,
    rules: each(TYPESCRIPT, patterns('$A as any')),
  },
  {
    called: /^as unknown as(?: casts?)?$|^double (?:casts?|assertions?)$/,
    rules: each(TYPESCRIPT, patterns('$A as unknown as $B')),
  },
  {
    called: /^non-?null assertions?(?: operators?)?(?: !| \(!\))?$/,
    rules: each(TYPESCRIPT, node('non_null_expression')),
  },
  {
    called: /^any(?: types?| keyword)?$|^(?:the )?type any$/,
    rules: each(TYPESCRIPT, node('predefined_type', '^any$')),
  },
  {
    called: /^var(?: keyword| declarations?| statements?)?$/,
    rules: each(JAVASCRIPT, node('variable_declaration')),
  },
  {
    called: /^let(?: keyword| declarations?| statements?)?$/,
    rules: each(JAVASCRIPT, node('lexical_declaration', '^let\\b')),
  },
  { called: /^arrow functions?$/, rules: each(JAVASCRIPT, node('arrow_function')) },
  {
    called: /^(?:function declarations?|the function keyword)$/,
    rules: each(JAVASCRIPT, node('function_declaration')),
  },
  { called: /^for loops?$/, rules: each(JAVASCRIPT, node('for_statement')) },
  {
    called: /^for ?(?:\.\.\.|…| )?in(?: loops?| statements?)?$/,
    rules: each(JAVASCRIPT, node('for_in_statement', '^for\\s*\\([^)]*\\bin\\b')),
  },
  {
    called: /^switch(?: statements?|es)?$/,
    rules: each(JAVASCRIPT, node('switch_statement')),
  },
  {
    called:
      /^(?:\.then\(?\)?|then|then\(\)|promise chains?)(?:(?: and|\/) ?\.?catch(?:\(\))?)?(?: chains?| chaining| calls?| callbacks?)?$/,
    rules: each(JAVASCRIPT, patterns('$A.then($$$B)')),
  },
  {
    called: /^(?:@)?ts-(ignore)(?: comments?| directives?)?$/,
    rules: each(TYPESCRIPT, node('comment', '@ts-ignore')),
  },
  {
    called: /^(?:@)?ts-nocheck(?: comments?| directives?)?$/,
    rules: each(TYPESCRIPT, node('comment', '@ts-nocheck')),
  },
  {
    called: /^(?:@)?ts-expect-error(?: comments?| directives?)?$/,
    rules: each(TYPESCRIPT, node('comment', '@ts-expect-error')),
  },
  {
    called: /^eslint-disable(?: comments?| directives?)?$/,
    rules: each(JAVASCRIPT, node('comment', 'eslint-disable')),
  },
  {
    called:
      /^inline (?:styles?|css|styling)(?: attributes?| props?)?$|^(?:inline )?style (?:attributes?|props?)$/,
    rules: {
      ...each(JSX, node('jsx_attribute', '^style\\s*=')),
      html: { kind: 'attribute', has: { kind: 'attribute_name', regex: '^style$' } },
    },
  },
  {
    called:
      /^(?:the )?(?:array )?ind(?:ex|ices|exes)(?: of (?:the )?array)? as (?:a |the )?(?:react )?keys?$/,
    rules: each(JSX, node('jsx_attribute', '^key=\\{\\s*(?:index|idx|i)\\s*\\}$')),
  },
  {
    called: /^(?:focused tests?|\.only|(?:it|test|describe)\.only(?:\(\))?)$/,
    rules: each(
      JAVASCRIPT,
      patterns(
        ...['it', 'test', 'describe'].map((name) => `${name}.only($$$A)`),
        'fit($$$A)',
        'fdescribe($$$A)',
      ),
    ),
  },
  {
    called: /^(?:skipped tests?|(?:it|test|describe)\.skip(?:\(\))?)$/,
    rules: each(
      JAVASCRIPT,
      patterns(
        ...['it', 'test', 'describe'].map((name) => `${name}.skip($$$A)`),
        'xit($$$A)',
        'xdescribe($$$A)',
      ),
    ),
  },
  {
    called: /^snapshot tests?$|^snapshots in tests$/,
    rules: each(JAVASCRIPT, patterns('$A.toMatchSnapshot($$$B)', '$A.toMatchInlineSnapshot($$$B)')),
  },
  {
    called: /^react\.fc$|^react\.functioncomponent$|^fc(?: type)?$/,
    rules: each(
      TYPESCRIPT,
      any(node('nested_type_identifier', '^React\\.(?:FC|FunctionComponent)$'), {
        ...node('type_identifier', '^(?:FC|FunctionComponent)$'),
        not: { inside: { kind: 'nested_type_identifier' } },
      }),
    ),
  },
  {
    called: /^console (?:statements?|logs?|logging|calls?|output)$|^console\.\*$|^console$/,
    rules: each(JAVASCRIPT, {
      kind: 'member_expression',
      has: { kind: 'identifier', field: 'object', regex: '^console$' },
    }),
  },
];
