import { any, type Construct, node, patterns } from '../construct';

/** What Java and C# have. */
export const IN_JAVA_AND_CSHARP: readonly Construct[] = [
  {
    called: /^field injection$|^@autowired (?:fields?|on fields?)$/,
    rules: { java: { kind: 'field_declaration', regex: '@(?:Autowired|Inject)\\b' } },
  },
  {
    called: /^printstacktrace(?:\(\))?$|^e\.printstacktrace(?:\(\))?$/,
    rules: { java: patterns('$A.printStackTrace()') },
  },
  {
    called: /^(?:return(?:ing)? null|null returns?)$/,
    rules: { java: patterns('return null;') },
    onlyNamed: true,
  },
  {
    called: /^instanceof(?: checks?| operators?)?$/,
    rules: { java: node('instanceof_expression') },
    onlyNamed: true,
  },
  {
    called: /^dynamic(?: keyword| types?)?$/,
    rules: { csharp: node('identifier', '^dynamic$') },
    onlyNamed: true,
  },
  {
    called: /^(?:#)?regions?(?: directives?)?$/,
    rules: { csharp: node('preproc_region') },
    onlyNamed: true,
  },
  {
    called: /^async void(?: methods?)?$/,
    rules: { csharp: node('method_declaration', '\\basync\\s+void\\b') },
  },
  {
    called: /^\.result$|^task\.result$|^\.result (?:or|and) \.wait(?:\(\))?$/,
    rules: {
      csharp: {
        kind: 'member_access_expression',
        has: { kind: 'identifier', field: 'name', regex: '^Result$' },
      },
    },
  },
  {
    called: /^\.wait(?:\(\))?$|^task\.wait(?:\(\))?$/,
    rules: { csharp: patterns('$A.Wait($$$B)') },
  },
  {
    called: /^public fields?$/,
    rules: {
      java: any({
        kind: 'field_declaration',
        has: { kind: 'modifiers', regex: '\\bpublic\\b' },
        not: { regex: '\\bstatic\\b' },
      }),
      csharp: { kind: 'field_declaration', has: { kind: 'modifier', regex: '^public$' } },
    },
  },
];
