import path from 'node:path';
import { Grammars } from '../../../../src/syntax/grammars';
import type { Parse } from '../../../../src/syntax/syntax-node';

const grammars = Grammars.beside(path.join(import.meta.dirname, '../../../../src/engine'));

/** Bash's grammar, as the families get it. */
export async function bash(): Promise<Parse> {
  const parse = await grammars.parserOf('shellscript');
  if (parse === undefined) throw new Error('There is no grammar of Bash.');
  return parse;
}
