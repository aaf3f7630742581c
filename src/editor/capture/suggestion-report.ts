import type { Checkpoint } from '../../memory/signal';
import { cut, TEXT_BOUND, type Observation } from './observation';
import { linesOf, type Suggestion } from './suggestion';
import { survivalEvidence } from './survival';
import { linesBetween } from './text-change';

/** Suggested text came into its document, whose whole text is `text`. */
export function accepted(suggestion: Suggestion, text: string): Observation {
  const { accept, id, language, range } = suggestion;
  return {
    kind: 'accepted',
    at: accept.at,
    language,
    suggestion: id,
    text: cut(accept.text, TEXT_BOUND.suggestion),
    line: linesOf(text, range)[0] + 1,
    partial: accept.partial,
    confidence: accept.confidence,
    evidence: [...accept.evidence],
  };
}

/** What is left of it: `current` stands in its range. */
export function survival(
  suggestion: Suggestion,
  current: string,
  checkpoint: Checkpoint,
  at: number,
  more: readonly string[],
): Extract<Observation, { kind: 'survival' }> {
  const { accept, id, language, parked } = suggestion;
  return {
    kind: 'survival',
    at,
    language,
    suggestion: id,
    checkpoint,
    accepted: cut(accept.text, TEXT_BOUND.suggestion),
    original: cut(accept.original, TEXT_BOUND.suggestion),
    current: cut(current, TEXT_BOUND.suggestion),
    // Nobody saw what became of a closed document since.
    confidence: accept.confidence * (parked === undefined ? 1 : 0.8),
    evidence: [
      ...survivalEvidence(accept.text, accept.original, current),
      ...more,
      ...(parked === undefined ? [] : ['as it stood when the document was closed']),
    ],
  };
}

/** It was undone. */
export function reverted(suggestion: Suggestion, text: string, at: number): Observation {
  const { accept, id, language, range } = suggestion;
  const after = Math.max(0, at - accept.at);
  return {
    kind: 'reverted',
    at,
    language,
    suggestion: id,
    text: cut(accept.text, TEXT_BOUND.suggestion),
    line: linesOf(text, range)[0] + 1,
    after,
    confidence: accept.confidence,
    evidence: [`undone ${String(Math.round(after / 100) / 10)} s after the accept`],
  };
}

/** The user's edits of it came to rest with `current` in its range. */
export function rewritten(
  suggestion: Suggestion,
  text: string,
  current: string,
  at: number,
): Observation {
  const { accept, id, language, baseline, cured, rest, range } = suggestion;
  const [first, last] = linesOf(text, range);
  return {
    kind: 'rewritten',
    at,
    language,
    suggestion: id,
    before: cut(baseline, TEXT_BOUND.suggestion),
    after: cut(current, TEXT_BOUND.suggestion),
    line: first + 1,
    context: cut(linesBetween(text, first, last), TEXT_BOUND.context),
    cured,
    confidence: accept.confidence,
    evidence: [
      current === '' ? 'all of it was deleted' : 'the user edited it',
      `came to rest: ${rest}`,
      ...cured.map((problem) => `cured: ${cut(problem.message, 120)}`),
    ],
  };
}
