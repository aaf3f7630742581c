const DOCUMENT_TYPES = ['memory', 'entity', 'signal'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** What can be found. */
export type IndexDocument = {
  id: string;
  type: DocumentType;
  /** All that it is to be found by; the terms of its first line count extra. */
  text: string;
  kind: string;
  repo?: string | undefined;
  language?: string | undefined;
  status?: string | undefined;
  at: number;
};

/** Throws a `TypeError` for a value that is no type of document. */
export function documentType(value: unknown): DocumentType {
  const type = DOCUMENT_TYPES.find((known) => known === value);
  if (!type) throw new TypeError(`Not a type of document: ${String(value)}`);
  return type;
}
