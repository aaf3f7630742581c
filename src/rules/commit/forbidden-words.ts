import { isProhibition } from '../../memory/directive';
import type { CommitSpec } from '../../memory/detector';
import type { Said } from '../said';

type Words = Pick<CommitSpec, 'of' | 'demand' | 'expression' | 'ignoreCase' | 'replacement'>;
/** What is forbidden, and in words; the sentence says that it is about messages of commits. */
export interface Forbidden {
  readonly spec: Words;
  readonly words: string;
}

const MENTIONS =
  /\b(?:mention|include|add|adding|put|use|using|have|contain|reference|credit|append|attribute|sign|write|leave|insert)\w*\b|^no\b/i;
const ASSISTANTS =
  'Claude|Copilot|ChatGPT|GPT-[0-9.]+|Gemini|Cursor|Codex|Devin|Aider|Anthropic|OpenAI|AI';
const TRAILER = '^co-authored-by:[^\\n]*\\n?';

/** What must not stand in a message; `undefined` for sentences that forbid something else. */
export function forbiddenIn({ text, directive }: Said): Forbidden | undefined {
  if (!isProhibition(directive) || !MENTIONS.test(text) || !/\bcommits?\b/i.test(text))
    return undefined;
  if (/\bco-?authored?-?by\b|\bco-?author(?:s|ship)?\b/i.test(text)) {
    const ai = /\bAI\b|\bclaude\b|\bcopilot\b|\bassistants?\b|\bagents?\b/i.test(text);
    return {
      spec: forbid(
        ai
          ? `^co-authored-by:[^\\n]*(?:${ASSISTANTS}|anthropic\\.com|\\[bot\\])[^\\n]*\\n?`
          : TRAILER,
        '',
      ),
      words: ai ? '`Co-authored-by:` an assistant' : 'a `Co-authored-by:` line',
    };
  }
  if (/\bgenerated (?:with|by)\b/i.test(text)) {
    return { spec: forbid('^.*\\bgenerated (?:with|by) .*\\n?', ''), words: '“Generated with”' };
  }
  if (/\b(?:AI|Claude|ChatGPT|Copilot|assistants?|LLMs?)\b/.test(text)) {
    return {
      spec: forbid(
        `^co-authored-by:[^\\n]*(?:${ASSISTANTS})[^\\n]*\\n?|^.*\\bgenerated (?:with|by)\\b.*(?:${ASSISTANTS}).*\\n?|\\b(?:AI[- ](?:generated|assisted|written)|Claude|ChatGPT|GitHub Copilot)\\b`,
      ),
      words: 'the name of an assistant, or that one wrote it',
    };
  }
  if (/\bemojis?\b/i.test(text)) {
    return {
      spec: {
        of: 'message',
        demand: 'forbid',
        expression: '[\\x{1F300}-\\x{1FAFF}\\x{2600}-\\x{27BF}]\\x{FE0F}?',
        ignoreCase: false,
        replacement: '',
      },
      words: 'emojis',
    };
  }
  return undefined;
}

function forbid(expression: string, replacement?: string): Words {
  return {
    of: 'message',
    demand: 'forbid',
    expression,
    ignoreCase: true,
    ...(replacement !== undefined && { replacement }),
  };
}
