import type { Memory } from '../memory/memory';
import type { Signal, SignalOf } from '../memory/signal';
import { namesCommand } from './usage';
import { type Finding, followed } from './used';

const EVIDENCE = {
  accepted: { evidence: 'assistantAccepted', verdict: 'helped', words: 'was kept by the user' },
  rejected: {
    evidence: 'assistantRejected',
    verdict: 'harmed',
    words: 'was thrown away by the user',
  },
  succeeded: { evidence: 'toolSucceeded', verdict: 'helped', words: 'went well' },
  failed: { evidence: 'toolFailed', verdict: 'harmed', words: 'failed' },
} as const;

/**
 * What an assistant's own records say about a memory: an edit or a command of it that follows the
 * memory was kept, thrown away, went well or failed. Where the records give no text, `act` is the
 * accept that they speak of.
 */
export function fromAssistant(
  signal: SignalOf<'assistant'>,
  memory: Memory,
  act: Signal,
): Finding | undefined {
  const text = act.kind === 'accepted' ? act.text : (signal.text ?? '');
  const { evidence, verdict, words } = EVIDENCE[signal.outcome];
  const signals = act === signal ? [signal.id] : [act.id, signal.id];
  if (signal.act === 'command') {
    const named = namesCommand(memory, text);
    if (named === undefined) return undefined;
    const reason = `The assistant ran \`${named}\` of this memory, which ${words}.`;
    return { evidence, verdict, match: 1, reason, signals };
  }
  const used = followed(memory, text, signal.language ?? act.language);
  if (used === undefined) return undefined;
  const reason = `The assistant’s edit with ${used.shared} of this memory ${words}.`;
  return { evidence, verdict, match: used.match, reason, signals };
}
