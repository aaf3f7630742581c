/** Verbs in the forms that tell what is, and order nothing. */
const TELLS =
  /\b(?:is|are|was|were|has|have|had|does|do|can|will|may|might|contains?|provides?|includes?|handles?|returns?|supports?|means?|lives?|runs|uses|allows?|gets|goes|comes|holds?|exists?|happens?)\b/i;

/** Whether words tell: they have a verb of their own that is no order. */
export function tells(words: string): boolean {
  return TELLS.test(words);
}
