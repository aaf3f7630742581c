/** What pages there are, and whether each is about one thing. */
export const PAGE_KINDS = ['receipt', 'why', 'record', 'report', 'rules', 'rule'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** The scheme of pages, and the folder that tells VS Code their language (see the manifest). */
export const PAGE_SCHEME = 'mneme-page';

/** A page by what it shows: `about` is a receipt, an exposure, a memory, or a number of days; `here` for all rules. */
export interface PageAddress {
  readonly kind: PageKind;
  readonly about: string;
}

/** The parts of a page's URI; its title is what the tab shows. */
export function pageUri({ kind, about }: PageAddress, title: string) {
  const name = title.replaceAll(/[/\\\r\n]+/g, ' ').trim();
  return { scheme: PAGE_SCHEME, path: `/${PAGE_SCHEME}/${name}`, query: `${kind}=${about}` };
}

/** What a page's URI names; `undefined` when it is none of ours. */
export function pageAddress(query: string): PageAddress | undefined {
  const at = query.indexOf('=');
  const kind = PAGE_KINDS.find((known) => known === query.slice(0, at));
  return kind && { kind, about: query.slice(at + 1) };
}
