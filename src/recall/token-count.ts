/** Counts the tokens of a text as assistants are billed for them. */
export type TokenCount = (text: string) => number;

/** Counts kept, of texts met last: the same memories are shown again and again. */
const KEPT = 2048;

let loading: Promise<TokenCount> | undefined;

/**
 * OpenAI's o200k encoding; those of other vendors differ by some percent. Its table takes about
 * 0.1 s to load and 40 MB, so it is loaded when first something is to be shown.
 */
export function tokenCount(): Promise<TokenCount> {
  loading ??= import('gpt-tokenizer/encoding/o200k_base').then(({ countTokens }) => {
    // Text that looks like a control token is text, and must not throw.
    const asText = { disallowedSpecial: new Set<string>() };
    return remembering((text) => countTokens(text, asText));
  });
  return loading;
}

function remembering(count: TokenCount): TokenCount {
  const kept = new Map<string, number>();
  return (text) => {
    const known = kept.get(text) ?? count(text);
    kept.delete(text);
    kept.set(text, known);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return known;
  };
}
