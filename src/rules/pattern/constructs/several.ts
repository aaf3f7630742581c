import { any, called, type Construct, each, JAVASCRIPT, node, patterns } from '../construct';

/** What many languages have under one name. */
export const IN_SEVERAL: readonly Construct[] = [
  {
    called:
      /^(?:debug(?:ging)? )?print(?: statements?| calls?|ing| debugging|\(\))?$|^prints$|^debug prints?$|^print\/console(?:\.log)? statements?$/,
    rules: {
      python: patterns('print($$$A)'),
      go: called('^fmt\\.(?:Println|Printf|Print)$'),
      rust: node('macro_invocation', '^e?print(?:ln)?!'),
      java: any(
        ...['System.out', 'System.err'].flatMap((out) =>
          ['println', 'print', 'printf'].map((name) => ({ pattern: `${out}.${name}($$$A)` })),
        ),
      ),
      csharp: patterns('Console.WriteLine($$$A)', 'Console.Write($$$A)'),
      ...each(JAVASCRIPT, patterns('console.log($$$A)')),
    },
  },
  {
    called: /^(?:es6 |es |js )?class(?:es)?(?: keyword| declarations?| syntax)?$/,
    onlyNamed: true,
    rules: {
      ...each(JAVASCRIPT, node('class_declaration')),
      python: node('class_definition'),
    },
  },
  {
    called: /^goto(?: statements?| keyword)?$|^gotos$/,
    rules: { go: node('goto_statement'), csharp: node('goto_statement') },
  },
  {
    called: /^empty (?:catch|except|exception)(?: blocks?| clauses?| handlers?)?$/,
    rules: {
      ...each(JAVASCRIPT, {
        kind: 'catch_clause',
        has: { kind: 'statement_block', regex: '^\\{\\s*\\}$' },
      }),
      java: { kind: 'catch_clause', has: { kind: 'block', regex: '^\\{\\s*\\}$' } },
      csharp: { kind: 'catch_clause', has: { kind: 'block', regex: '^\\{\\s*\\}$' } },
      python: { kind: 'except_clause', has: { kind: 'block', regex: '^pass$' } },
    },
  },
  {
    called: /^(?:nested ternar(?:y|ies)|nested conditional)(?: operators?| expressions?)?$/,
    rules: {
      ...each([...JAVASCRIPT, 'java'], {
        kind: 'ternary_expression',
        has: { kind: 'ternary_expression', stopBy: 'neighbor' },
      }),
      python: { kind: 'conditional_expression', has: { kind: 'conditional_expression' } },
      csharp: { kind: 'conditional_expression', has: { kind: 'conditional_expression' } },
    },
  },
  {
    called: /^(?:ternar(?:y|ies)|conditional)(?: operators?| expressions?)$|^ternaries$/,
    rules: {
      ...each([...JAVASCRIPT, 'java'], node('ternary_expression')),
      python: node('conditional_expression'),
      csharp: node('conditional_expression'),
    },
  },
  {
    called: /^(?:python )?lambdas?(?: functions?| expressions?)?$/,
    rules: {
      python: node('lambda'),
      java: node('lambda_expression'),
      csharp: node('lambda_expression'),
    },
    onlyNamed: true,
  },
  {
    called: /^eval(?:\(\))?(?: calls?)?$/,
    rules: { ...each(JAVASCRIPT, patterns('eval($$$A)')), python: patterns('eval($$$A)') },
  },
  {
    called: /^exec(?:\(\))?$/,
    rules: { python: patterns('exec($$$A)') },
  },
  {
    called: /^while loops?$/,
    rules: each([...JAVASCRIPT, 'python', 'java', 'csharp'], node('while_statement')),
    onlyNamed: true,
  },
];
