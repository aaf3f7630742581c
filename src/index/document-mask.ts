/**
 * A set of documents as one byte each, since Orama hands filters on as a `Set` and one of numbers
 * takes milliseconds to fill.
 */
export class DocumentMask extends Set<number> {
  constructor(readonly marks: Uint8Array) {
    super();
  }

  /** The mask itself, or one made from another set, for documents below `length`. */
  static of(documents: Set<number>, length: number): DocumentMask {
    if (documents instanceof DocumentMask) return documents;
    const marks = new Uint8Array(length);
    for (const document of documents) marks[document] = 1;
    return new DocumentMask(marks);
  }

  override has(document: number): boolean {
    return this.marks[document] === 1;
  }

  override *[Symbol.iterator](): SetIterator<number> {
    for (let document = 0; document < this.marks.length; document++) {
      if (this.marks[document] === 1) yield document;
    }
  }
}
