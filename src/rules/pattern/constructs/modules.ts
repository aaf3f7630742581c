import { any, type Construct, each, JAVASCRIPT, node, patterns } from '../construct';

/** Imports and exports. */
export const MODULES: readonly Construct[] = [
  {
    called: /^(?:export default|default exports?|`?export default`?(?: statements?)?)$/,
    rules: each(
      JAVASCRIPT,
      any(node('export_statement', '^export\\s+default\\b'), {
        kind: 'export_specifier',
        regex: '\\bas\\s+default$',
      }),
    ),
  },
  {
    called: /^named exports?$/,
    rules: each(JAVASCRIPT, {
      kind: 'export_statement',
      not: { regex: '^export\\s+default\\b' },
    }),
  },
  {
    called:
      /^(?:wildcard|star|glob|namespace)(?:[ -]imports?|[ -]style imports?)$|^(?:import|from \w+ import) \*(?: as)?$|^imports? with \*$/,
    rules: {
      ...each(JAVASCRIPT, {
        kind: 'import_statement',
        has: { kind: 'namespace_import', stopBy: 'end' },
      }),
      python: { kind: 'import_from_statement', has: { kind: 'wildcard_import' } },
      java: { kind: 'import_declaration', has: { kind: 'asterisk' } },
      rust: { kind: 'use_wildcard' },
      go: { kind: 'import_spec', has: { kind: 'dot' } },
    },
  },
  {
    called: /^(?:wildcard|star|barrel) (?:re-?)?exports?$|^export \*(?: from)?$/,
    rules: each(JAVASCRIPT, node('export_statement', '^export\\s+\\*')),
  },
  {
    called: /^re-?exports?$/,
    rules: each(JAVASCRIPT, { kind: 'export_statement', has: { kind: 'string', field: 'source' } }),
  },
  {
    called: /^dynamic imports?$|^import\(\)$/,
    rules: each(JAVASCRIPT, patterns('import($$$A)')),
  },
  {
    called: /^relative imports?(?: paths?)?$/,
    rules: {
      ...each(JAVASCRIPT, {
        kind: 'string',
        regex: '^[\'"]\\.\\.?/',
        inside: { any: [{ kind: 'import_statement' }, { kind: 'export_statement' }] },
      }),
      python: { kind: 'import_from_statement', has: { kind: 'relative_import' } },
    },
  },
  {
    called: /^(?:deep(?:ly nested)?|long|parent) relative imports?(?: paths?)?$/,
    rules: each(JAVASCRIPT, {
      kind: 'string',
      regex: '^[\'"](?:\\.\\./){2}',
      inside: { any: [{ kind: 'import_statement' }, { kind: 'export_statement' }] },
    }),
  },
  {
    called:
      /^(?:require|require\(\)|commonjs|commonjs (?:modules|imports?|require)|require (?:calls?|statements?|imports?))$/,
    rules: each(JAVASCRIPT, patterns('require($A)')),
  },
  {
    called: /^module\.exports$/,
    rules: each(JAVASCRIPT, patterns('module.exports')),
  },
  {
    called: /^(?:dot) imports?$/,
    rules: { go: { kind: 'import_spec', has: { kind: 'dot' } } },
  },
  {
    called: /^static imports?$/,
    rules: { java: node('import_declaration', '^import\\s+static\\b') },
  },
];
