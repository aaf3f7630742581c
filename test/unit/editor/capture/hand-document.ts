import type { EditedDocument } from '../../../../src/editor/capture/edit-observer';
import type { TextChange } from '../../../../src/editor/capture/text-change';

/** A document that behaves as the editor's does: it runs ahead of the changes it tells. */
export class HandDocument implements EditedDocument {
  readonly languageId = 'typescript';
  version = 1;
  isDirty = false;
  isClosed = false;
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  getText(): string {
    return this.#text;
  }

  /** Replaces `length` characters at `offset`; returns the change as the editor tells it. */
  replace(offset: number, length: number, text: string): TextChange {
    const before = this.#text.slice(0, offset);
    const line = before.split('\n').length - 1;
    const removed = this.#text.slice(offset, offset + length);
    const untilEnd = this.#text.slice(0, offset + length);
    const endCharacter = untilEnd.length - (untilEnd.lastIndexOf('\n') + 1);
    const change = {
      rangeOffset: offset,
      rangeLength: length,
      text,
      range: {
        start: { line, character: offset - (before.lastIndexOf('\n') + 1) },
        end: { line: line + removed.split('\n').length - 1, character: endCharacter },
      },
    };
    this.version++;
    this.#text = before + text + this.#text.slice(offset + length);
    return change;
  }

  /** Replaces the only occurrence of `found`. */
  swap(found: string, text: string): TextChange {
    return this.replace(this.at(found), found.length, text);
  }

  at(found: string): number {
    const offset = this.#text.indexOf(found);
    if (offset === -1) throw new Error(`"${found}" is not in the document`);
    return offset;
  }
}
