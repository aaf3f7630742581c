import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { encodeWordTable, WordTable } from '../../src/index/word-table';
import { LEVELS } from './levels';

// Writes a table that exists again, in fewer levels; the same table gives the same bytes.
const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    table: { type: 'string' },
    levels: { type: 'string', default: String(LEVELS) },
    out: { type: 'string' },
  },
});
const { table, out, levels } = z
  .object({ table: z.string(), out: z.string(), levels: z.coerce.number().int().min(1).max(127) })
  .parse(values);
const bytes = encodeWordTable(new WordTable(readFileSync(table)).vectors(), levels);
writeFileSync(out, bytes);
console.log(JSON.stringify({ bytes: bytes.length, packed: gzipSync(bytes, { level: 9 }).length }));
