import path from 'node:path';
import { Grammars } from '../../../src/syntax/grammars';
import type { Parse } from '../../../src/syntax/syntax-node';

const grammars = Grammars.beside(path.join(import.meta.dirname, '../../../src/engine'));

/** The real parser for a language that has one. */
export async function grammarOf(language: string): Promise<Parse> {
  const parse = await grammars.parserOf(language);
  if (parse === undefined) throw new Error(`no grammar for ${language}`);
  return parse;
}
