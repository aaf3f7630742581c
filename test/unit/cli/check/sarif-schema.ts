import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';

const FILE = path.join(import.meta.dirname, '../../../fixtures/sarif/sarif-2.1.0.schema.json');

/** What is wrong with a document by the published schema of SARIF 2.1.0; empty for a right one. */
export function sarifFaults(document: unknown): string[] {
  const schema = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>;
  // Of draft 4, of which it uses nothing that later drafts changed but these two names.
  delete schema['$schema'];
  delete schema['id'];
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  ajv.addFormat('uri', (text) => URL.canParse(text));
  ajv.addFormat('uri-reference', (text) => URL.canParse(text, 'https://example.org'));
  ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
  const valid = ajv.compile(schema);
  return valid(document)
    ? []
    : (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
