import type { Reason } from '../memory/pack';
import type { Standing } from '../memory/standing';
import { WEIGHTS } from './weights';

/**
 * What came of a memory in situations like this one, as a part of its score: evidence adds up as the
 * logarithm of a likelihood ratio does, and is bounded.
 */
export function experienceReason({ here }: Standing): Reason {
  const { each, most } = WEIGHTS.experience;
  const net = Math.max(-most, Math.min(most, here.helped - here.harmed));
  return { part: 'quality', value: each * net, words: experienceWords(here) };
}

function experienceWords({ helped, harmed }: Standing['here']): string {
  const told = [
    ...(Math.round(helped) > 0 ? [`helped ${times(helped)}`] : []),
    ...(Math.round(harmed) > 0 ? [`misled ${times(harmed)}`] : []),
  ];
  if (told.length > 0) return `${told.join(', ')} for questions like this`;
  return `${helped >= harmed ? 'helped' : 'misled'} for something a little like this`;
}

function times(count: number): string {
  const rounded = Math.round(count);
  return rounded === 1 ? 'once' : `${rounded} times`;
}
