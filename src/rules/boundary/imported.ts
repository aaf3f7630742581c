import { posix } from 'node:path';
import type { StructuralRule } from '../../syntax/structural-rule';
import { each, JAVASCRIPT } from '../pattern/construct';

/** For each language, what names the modules that a file imports. */
export const IMPORTED: Readonly<Record<string, StructuralRule>> = {
  ...each(JAVASCRIPT, {
    kind: 'string',
    any: [
      { inside: { any: [{ kind: 'import_statement' }, { kind: 'export_statement' }] } },
      {
        inside: {
          kind: 'arguments',
          inside: { kind: 'call_expression', regex: '^(?:import|require)\\s*\\(' },
        },
      },
    ],
  }),
  python: {
    any: [
      { kind: 'dotted_name', inside: { kind: 'import_statement' } },
      { kind: 'dotted_name', inside: { kind: 'import_from_statement', field: 'module_name' } },
      { kind: 'relative_import' },
      { kind: 'aliased_import', inside: { kind: 'import_statement' } },
    ],
  },
  go: { kind: 'interpreted_string_literal', inside: { kind: 'import_spec' } },
  java: { kind: 'scoped_identifier', inside: { kind: 'import_declaration' } },
  csharp: {
    any: [{ kind: 'qualified_name' }, { kind: 'identifier' }],
    inside: { kind: 'using_directive' },
  },
  rust: {
    any: [{ kind: 'scoped_identifier' }, { kind: 'scoped_use_list' }, { kind: 'use_wildcard' }],
    inside: { kind: 'use_declaration' },
  },
};

const EXTENSION = /\.(?:[cm]?[jt]sx?|vue|svelte|json|css|scss)$/;

/**
 * The path from the root that an import may mean, without extension; for one by an alias or from a
 * base folder what it says after that. Packages give their own names.
 */
export function pathImported(written: string, file: string, language: string): string {
  const folder = posix.dirname(file);
  if (JAVASCRIPT.includes(language)) {
    const specifier = written.slice(1, -1).replace(EXTENSION, '');
    if (/^\.\.?(?:\/|$)/.test(specifier)) return posix.join(folder, specifier);
    return specifier.replace(/^(?:@|~|#|\$)\/?(?=[\w-]+(?:\/|$))(?!(?<=@)[\w-]+\/)|^[@~#$]\//, '');
  }
  if (language === 'python') return inPython(written.replace(/\s+as\s.*$/, ''), folder);
  if (language === 'go') return written.slice(1, -1);
  const path = written.replace(/\s*(?:::)?\{[\s\S]*$/, '').replace(/::\*$/, '');
  return path.replace(/^(?:crate|super|self)::/, '').replace(/::|\./g, '/');
}

function inPython(name: string, folder: string): string {
  const [, dots = '', rest = ''] = /^(\.*)\s*(.*)$/.exec(name) ?? [];
  const path = rest.replace(/\./g, '/');
  if (dots === '') return path;
  return posix.join(folder, '../'.repeat(dots.length - 1), path);
}
