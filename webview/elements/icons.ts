import { html, nothing, svg } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import add from '@vscode/codicons/src/icons/add.svg';
import arrowLeft from '@vscode/codicons/src/icons/arrow-left.svg';
import arrowRight from '@vscode/codicons/src/icons/arrow-right.svg';
import book from '@vscode/codicons/src/icons/book.svg';
import check from '@vscode/codicons/src/icons/check.svg';
import close from '@vscode/codicons/src/icons/close.svg';
import diff from '@vscode/codicons/src/icons/diff.svg';
import discard from '@vscode/codicons/src/icons/discard.svg';
import edit from '@vscode/codicons/src/icons/edit.svg';
import errorIcon from '@vscode/codicons/src/icons/error.svg';
import file from '@vscode/codicons/src/icons/file.svg';
import gitCommit from '@vscode/codicons/src/icons/git-commit.svg';
import goToFile from '@vscode/codicons/src/icons/go-to-file.svg';
import heart from '@vscode/codicons/src/icons/heart.svg';
import historyIcon from '@vscode/codicons/src/icons/history.svg';
import info from '@vscode/codicons/src/icons/info.svg';
import law from '@vscode/codicons/src/icons/law.svg';
import listOrdered from '@vscode/codicons/src/icons/list-ordered.svg';
import milestone from '@vscode/codicons/src/icons/milestone.svg';
import packageIcon from '@vscode/codicons/src/icons/package.svg';
import quote from '@vscode/codicons/src/icons/quote.svg';
import remove from '@vscode/codicons/src/icons/remove.svg';
import screenFull from '@vscode/codicons/src/icons/screen-full.svg';
import search from '@vscode/codicons/src/icons/search.svg';
import pulse from '@vscode/codicons/src/icons/pulse.svg';
import symbolMethod from '@vscode/codicons/src/icons/symbol-method.svg';
import tag from '@vscode/codicons/src/icons/tag.svg';
import target from '@vscode/codicons/src/icons/target.svg';
import terminal from '@vscode/codicons/src/icons/terminal.svg';
import thumbsdown from '@vscode/codicons/src/icons/thumbsdown.svg';
import thumbsup from '@vscode/codicons/src/icons/thumbsup.svg';
import tools from '@vscode/codicons/src/icons/tools.svg';
import trash from '@vscode/codicons/src/icons/trash.svg';
import type { NodeKind } from '../words/kind-words';

const SOURCES = {
  add,
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  book,
  check,
  close,
  diff,
  discard,
  edit,
  error: errorIcon,
  file,
  'git-commit': gitCommit,
  'go-to-file': goToFile,
  heart,
  history: historyIcon,
  info,
  law,
  'list-ordered': listOrdered,
  milestone,
  package: packageIcon,
  pulse,
  quote,
  remove,
  'screen-full': screenFull,
  search,
  'symbol-method': symbolMethod,
  tag,
  target,
  terminal,
  thumbsdown,
  thumbsup,
  tools,
  trash,
} as const;
export type IconName = keyof typeof SOURCES;

/** The icon of each kind: the same ones that the editor's own lists use for it. */
export const KIND_ICONS: Readonly<Record<NodeKind, IconName>> = {
  fact: 'book',
  preference: 'heart',
  rule: 'law',
  correction: 'diff',
  fix: 'tools',
  workflow: 'list-ordered',
  decision: 'milestone',
  episode: 'history',
  file: 'file',
  symbol: 'symbol-method',
  package: 'package',
  command: 'terminal',
  error: 'error',
  topic: 'tag',
  commit: 'git-commit',
};

/** VS Code's own icon, in the colour of the text around it, for use in HTML. */
export function icon(name: IconName, slot?: string) {
  const { viewBox, paths } = partsOf(name);
  return html`<svg
    class="icon"
    slot=${slot ?? nothing}
    viewBox=${viewBox}
    width="16"
    height="16"
    fill="currentColor"
    aria-hidden="true"
  >
    ${paths}
  </svg>`;
}

/** The same within a drawing, its middle at (0, 0). */
export function drawnIcon(name: IconName, size: number) {
  const { viewBox, paths } = partsOf(name);
  return svg`<svg x=${-size / 2} y=${-size / 2} width=${size} height=${size} viewBox=${viewBox}
    fill="currentColor">${paths}</svg>`;
}

/** Taken apart once each: the text comes from the bundle, never from outside. */
const parts = new Map<IconName, { viewBox: string; paths: unknown }>();

function partsOf(name: IconName) {
  const known = parts.get(name);
  if (known) return known;
  const source = SOURCES[name];
  const viewBox = /viewBox="([^"]+)"/.exec(source)?.[1] ?? '0 0 16 16';
  const made = { viewBox, paths: unsafeSVG(source.replace(/^<svg[^>]*>|<\/svg>\s*$/g, '')) };
  parts.set(name, made);
  return made;
}
