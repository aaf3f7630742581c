const BLOCK =
  /-----BEGIN[A-Z ]*PRIVATE KEY[A-Z ]*-----([\s\S]*?)(?:-----END[A-Z ]*PRIVATE KEY[A-Z ]*-----|$)/g;

/** A header of the block, as an encrypted key has (`DEK-Info: …`). */
const HEADER = /^[^A-Za-z\n]{0,8}[A-Za-z-]+: .*$/gm;

/** Base64 right after the beginning. The shortest key in use (Ed25519) has 64 characters of it. */
const BASE64 = /^(?:\\n|[^A-Za-z0-9/]){0,40}[A-Za-z0-9+/]{40}/;

/**
 * The private keys in PEM (RFC 7468) in a text. secretlint knows such a key only whole, by itself
 * and of some algorithms; here it may be cut short, stand in a diff with a sign before each line,
 * or in code with quotation marks around each. A key without an end reaches to the text's end.
 */
export function privateKeyBlocks(text: string): string[] {
  if (!text.includes('PRIVATE KEY')) return [];
  return [...text.matchAll(BLOCK)].flatMap(([block, body = '']) =>
    BASE64.test(body.replace(HEADER, '')) ? block : [],
  );
}
