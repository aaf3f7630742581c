import { isProhibition } from '../../memory/directive';
import type { TextSpec } from '../../memory/detector';
import { LinearExpression } from '../../syntax/linear-expression';
import type { Parse } from '../../syntax/syntax-node';
import type { Compiled, Detector, DetectorFamily } from '../detector';
import type { Said } from '../said';
import { headerRule } from './header-rule';
import { lineLengthRule } from './line-length-rule';
import { TextDetector } from './text-detector';
import { TEXT_RULES } from './text-rule';
import { wordRule } from './word-rule';

/** What was read of a sentence. */
export interface ReadText {
  spec: TextSpec;
  shown: string;
}

/** Languages whose comments and strings are known. */
const PARSED =
  'csharp css go html java javascript javascriptreact python rust shellscript typescript typescriptreact'.split(
    ' ',
  );

/** Text that must or must not stand in a file: markers, words, headers, white space. */
export class TextFamily implements DetectorFamily<'text'> {
  readonly kind = 'text';
  readonly #parserOf: (language: string) => Promise<Parse | undefined>;

  constructor(parserOf: (language: string) => Promise<Parse | undefined>) {
    this.#parserOf = parserOf;
  }

  compile(said: Said): Promise<Compiled<'text'> | undefined> {
    const read = usual(said) ?? headerRule(said) ?? lineLengthRule(said) ?? wordRule(said);
    if (read === undefined) return Promise.resolve(undefined);
    const { languages } = said;
    const spec = languages.length > 0 ? { ...read.spec, languages: [...languages] } : read.spec;
    return Promise.resolve({ spec, confidence: 0.9, shown: read.shown });
  }

  async prepare(spec: TextSpec): Promise<Detector> {
    const expression = new LinearExpression(spec.expression, { ignoreCase: spec.ignoreCase });
    const isParsed = ['comments', 'strings', 'code'].includes(spec.where);
    const parsers = new Map<string, Parse>();
    for (const language of isParsed ? PARSED : []) {
      const isAsked = !spec.languages?.length || spec.languages.includes(language);
      const parse = isAsked ? await this.#parserOf(language) : undefined;
      if (parse !== undefined) parsers.set(language, parse);
    }
    return new TextDetector(spec, expression, parsers);
  }
}

/** What many ask for, said in the usual ways. */
function usual({ directive }: Said): ReadText | undefined {
  const { subject, alternative, condition } = directive;
  if (condition !== undefined) return undefined;
  const as = isProhibition(directive) ? 'ban' : 'order';
  const whole =
    as === 'order' && alternative !== undefined ? `${subject} instead of ${alternative}` : subject;
  const words = whole
    .replace(/[`'"“”]/g, '')
    .toLowerCase()
    .trim();
  const rule = TEXT_RULES.find((each) => each.as === as && each.said.test(words));
  if (rule === undefined) return undefined;
  return { spec: { kind: 'text', ignoreCase: false, ...rule.spec }, shown: rule.shown };
}
