/** Counts the tokens of a text as assistants are billed for them. */
export type TokenCount = (text: string) => number;

let loading: Promise<TokenCount> | undefined;

/**
 * OpenAI's o200k encoding; those of other vendors differ by some percent. Its table takes about
 * 0.1 s to load and 40 MB, so it is loaded when first something is to be shown.
 */
export function tokenCount(): Promise<TokenCount> {
  loading ??= import('gpt-tokenizer/encoding/o200k_base').then(({ countTokens }) => {
    // Text that looks like a control token is text, and must not throw.
    const asText = { disallowedSpecial: new Set<string>() };
    return (text) => countTokens(text, asText);
  });
  return loading;
}
