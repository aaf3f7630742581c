import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import { HumanError } from '../../src/memory/human-error';

/**
 * Reads a file of JSON objects, one a line, gzipped or not.
 *
 * @param advice what to do when there is no such file
 * @throws HumanError when the file is missing, or a line is not of that form
 */
export function jsonLinesOf<T>(file: string, form: z.ZodType<T>, advice: string): T[] {
  if (file === '' || !existsSync(file)) {
    throw new HumanError(file === '' ? 'No file was named.' : `There is no ${file}.`, advice);
  }
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      const parsed = form.safeParse(valueOf(line));
      if (parsed.success) return parsed.data;
      throw new HumanError(`Line ${number} of ${file} has another form.`, advice);
    });
}

function valueOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
