/** Addressed to the model about itself; nothing about the work. */
const PERSONA =
  /^(?:you(?:'re| are)|act as|imagine|assume the role|your (?:role|task|job|goal|mission)|as an? (?:ai|expert|senior|experienced))\b|^(?:this|the following) (?:file|document|guide|section|rules?)\b|^(?:i am|i'm) |^follow (?:these|the following|this)\b/i;
/** What shows, points elsewhere or describes. */
const REMARK =
  /^(?:example|e\.g\.|for example|for instance|good|bad|output|input|references?|sources?|see also|link|docs|purpose|triggers?|goals?|results?|returns?|symptoms?|causes?|problem|description|status|fail conditions|why (?:this|it) matters)\b\s*:/i;

/** Whether a sentence is about the reader, or an example, or points elsewhere: no rule, no fact. */
export function isAside(sentence: string): boolean {
  return isPersona(sentence) || REMARK.test(sentence);
}

/** Whether a sentence or heading tells the model who it is. */
export function isPersona(sentence: string): boolean {
  return PERSONA.test(sentence);
}
