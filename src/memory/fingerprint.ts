/** Opens and closes everything that Mneme hands to an assistant. Stable: old transcripts hold it. */
const TAG = 'mneme-memories';

const OPENING = new RegExp(`(?:<|&lt;)/?${TAG}\\b`, 'i');
const BLOCK = new RegExp(`(?:<|&lt;)${TAG}\\b[\\s\\S]*?(?:(?:<|&lt;)/${TAG}(?:>|&gt;)|$)`, 'gi');
/** Also in the disguises in which a reader would still take it for the mark. */
const LOOSE = new RegExp(`(?:[<＜]|&lt;|&#0*60;|&#x0*3c;|\\\\u003c)(?=[\\s/\\\\]*${TAG})`, 'gi');
const RECEIPT = new RegExp(`(?:<|&lt;)${TAG}\\s+receipt=(?:"|&quot;)([\\w-]+)`, 'gi');

/** Puts lines between the marks by which they are recognised later. */
export function marked(receipt: string, lines: string): string {
  return `<${TAG} receipt="${receipt}">\n${lines}</${TAG}>`;
}

/** Whether a text holds something that Mneme injected; such text is never learned from. */
export function isInjected(text: string): boolean {
  return OPENING.test(text);
}

/** The text without what Mneme injected; a block whose end is missing reaches to the end. */
export function withoutInjected(text: string): string {
  return text.replace(BLOCK, '');
}

/** The receipts of what was injected, in their order. */
export function injectedReceipts(text: string): string[] {
  return [...text.matchAll(RECEIPT)].flatMap(([, receipt]) => receipt ?? []);
}

/** Text that cannot open or close a block, whatever it holds. */
export function unmarked(text: string): string {
  return text.replace(LOOSE, '‹');
}
