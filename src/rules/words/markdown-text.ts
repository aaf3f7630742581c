import type { Nodes, Paragraph } from 'mdast';

/** A node's text with code in backticks, lines kept, pictures and comments left out. */
export function plain(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  if (node.type === 'break') return '\n';
  // A tag within a sentence is a word of it; a comment is none.
  if (node.type === 'html') return node.value.startsWith('<!--') ? '' : node.value;
  return 'children' in node ? node.children.map((child) => plain(child)).join('') : '';
}

/** Takes off pictograms, checkboxes and empty brackets that dress a line. */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}|[\u2717\u2718]|\uFE0F|\u200D/gu, '')
    .replace(/^\s*\[[ xX]\]\s+/, '')
    .replace(/^[\s•·–—*-]+(?=\S)/, '')
    .replace(/^\d{1,2}(?:[.)]\s*|\s+)(?=[\p{Lu}`])/u, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*`;?$/, (end, at: number, all: string) => (odd(all) ? '' : end))
    .trim();
}

/** A heading or lead-in without the marks around its words. */
export function cleanHeading(text: string): string {
  return cleanText(text.replace(/：/g, ':')).replace(/[\s:]+$/, '');
}

/** Whether an item is a link with little around it, as in tables of contents and reading lists. */
export function isLinkOnly(node: Paragraph): boolean {
  const [first, second] = node.children;
  if (first?.type !== 'link') return false;
  const after = second ? plain(second) : '';
  return plain(first).length * 2 > plain(node).length || /^\s*[-–—:]/.test(after);
}

/** Whether a backtick stands without its partner. */
function odd(text: string): boolean {
  return (text.match(/`/g)?.length ?? 0) % 2 === 1;
}
