import { LinearExpression } from '../../syntax/linear-expression';
import type { StructuralRule } from '../../syntax/structural-rule';
import { each, JAVASCRIPT } from './construct';

/**
 * What imports a package, or something within it, for each language whose imports can name it: a
 * name with `@` or `node:` is JavaScript's, one with dots Python's, Java's or C#'s.
 */
export function importsOf(name: string): Record<string, StructuralRule> {
  const quoted = LinearExpression.quote(name).replace(/\//g, '/');
  const rules: Record<string, StructuralRule> = {};
  if (/^(?:@[\w.-]+\/|node:)?[\w.-]+(?:\/[\w.-]+)*$/.test(name)) {
    const specifier = { kind: 'string', regex: `^['"]${quoted}(?:/.*)?['"]$` };
    Object.assign(rules, each(JAVASCRIPT, inJavaScript(specifier)));
  }
  if (/^[A-Za-z_]\w*(?:[.-]\w+)*$/.test(name)) {
    const dotted = quoted.replace(/-/g, '[_-]');
    rules['python'] = {
      any: [
        {
          kind: 'import_statement',
          has: { kind: 'dotted_name', regex: `^${dotted}(?:\\.|$)`, stopBy: 'end' },
        },
        {
          kind: 'import_from_statement',
          has: { field: 'module_name', regex: `^${dotted}(?:\\.|$)` },
        },
      ],
    };
    rules['java'] = {
      kind: 'import_declaration',
      regex: `^import\\s+(?:static\\s+)?${quoted}[.;]`,
    };
    rules['csharp'] = {
      kind: 'using_directive',
      regex: `^(?:global\\s+)?using\\s+(?:static\\s+)?${quoted}[.;]`,
    };
  }
  if (/^[A-Za-z_][\w-]*(?:::\w+)*$/.test(name)) {
    const crate = quoted.replace(/-/g, '_');
    rules['rust'] = {
      any: [
        { kind: 'use_declaration', regex: `^(?:pub\\s+)?use\\s+(?:::)?${crate}(?:::|;|\\s)` },
        { kind: 'extern_crate_declaration', regex: `\\bcrate\\s+${crate}\\b` },
      ],
    };
  }
  if (/^[\w.-]+(?:\/[\w.-]+)*$/.test(name)) {
    const path = name.includes('/') ? `${quoted}(?:/.*)?` : `(?:.*/)?${quoted}(?:/v\\d+)?`;
    rules['go'] = { kind: 'import_spec', has: { field: 'path', regex: `^"${path}"$` } };
  }
  return rules;
}

function inJavaScript(specifier: StructuralRule): StructuralRule {
  return {
    any: [
      { kind: 'import_statement', has: { ...specifier, field: 'source' } },
      { kind: 'export_statement', has: { ...specifier, field: 'source' } },
      {
        kind: 'call_expression',
        regex: '^(?:require|import|jest\\.mock|vi\\.mock)\\b',
        has: { kind: 'arguments', has: specifier },
      },
    ],
  };
}
