import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { HumanError } from '../../src/memory/human-error';

const Code = z.object({ lang: z.string(), code: z.string() });

/** A rule in words, with code that breaks it and code that keeps it. */
const RuleRecord = z.object({
  rule: z.string(),
  sentence: z.string(),
  incorrect: z.array(Code),
  correct: z.array(Code),
});
export type RuleRecord = z.infer<typeof RuleRecord>;

const Sentence = z.object({ rule: z.string(), sentence: z.string() });

/**
 * Reads the rules of a file of JSON lines, packed or not. With `sentences`, a file of
 * `{rule, sentence}`, only the rules that it names, in its words.
 * @throws HumanError when a file is missing or holds something else
 */
export function rulesOf(data: string, sentences: string | undefined): RuleRecord[] {
  const records = linesOf(data, RuleRecord, '--data');
  if (sentences === undefined) return records;
  const byRule = new Map(records.map((record) => [record.rule, record]));
  return linesOf(sentences, Sentence, '--sentences').flatMap(({ rule, sentence }) => {
    const record = byRule.get(rule);
    return record === undefined ? [] : [{ ...record, sentence }];
  });
}

function linesOf<T>(file: string, line: z.ZodType<T>, option: string): T[] {
  if (file === '' || !existsSync(file)) {
    const happened = file === '' ? `${option} is missing.` : `There is no ${file}.`;
    throw new HumanError(happened, `Name a file of JSON lines with ${option} FILE.`);
  }
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row, at) => {
      const parsed = line.safeParse(jsonOf(row));
      if (parsed.success) return parsed.data;
      throw new HumanError(
        `Line ${at + 1} of ${file} can not be read.`,
        'Its lines are {rule, sentence, incorrect: [{lang, code}], correct: [{lang, code}]}, or {rule, sentence} with --sentences.',
      );
    });
}

function jsonOf(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}
