import type { SignalKind, SignalOf } from '../../memory/signal';

/** A signal without what every signal has: who numbers, places and sends it adds that. */
export type Observation = {
  [K in SignalKind]: Omit<SignalOf<K>, 'id' | 'session' | 'repo' | 'file'>;
}[SignalKind];

/** Takes what was seen in the document `uri`, or outside any document. */
export type Observe = (observation: Observation, uri?: string) => void;

/** The most characters that a signal keeps of each kind of text. */
export const TEXT_BOUND = {
  /** Accepted text, what stood there, what became of it. */
  suggestion: 4000,
  /** The text of a burst of edits. */
  edit: 1000,
  /** The lines around something. */
  context: 2000,
  /** A command line, a commit's subject, a diagnostic's message. */
  line: 500,
} as const;

/** The beginning of a text, at most `bound` characters, not ending within a surrogate pair. */
export function cut(text: string, bound: number): string {
  if (text.length <= bound) return text;
  const last = text.charCodeAt(bound - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? bound - 1 : bound);
}
