import type { Lines } from '../capture/followed-lines';
import { type LineEdit, LineSet, written } from './line-set';

/** Lines of one document that wait to be counted as somebody's work, and when they are. */
interface Share {
  readonly lines: LineSet;
  due: number;
}

/** What was changed in one document since it was opened: where, and by whom what is not counted yet. */
export class TouchedLines {
  readonly #all = new LineSet();
  /** Of these, what was changed since the document was saved last. */
  readonly #unsaved = new LineSet();
  readonly #shares = new Map<string, Share>();

  get all(): readonly Lines[] {
    return this.#all.spans;
  }

  /** When the next share is due; `Infinity` when none waits. */
  get due(): number {
    let soonest = Infinity;
    for (const { due } of this.#shares.values()) soonest = Math.min(soonest, due);
    return soonest;
  }

  /** Takes an edit as soon as it is made. */
  edited(edit: LineEdit): void {
    this.#all.follow(edit);
    this.#all.add(written(edit));
    this.#unsaved.follow(edit);
    this.#unsaved.add(written(edit));
  }

  /** Takes the same edit once it is known whose it is: who writes a line last has it. */
  attributed(edit: LineEdit, author: string, due: number): void {
    const lines = written(edit);
    for (const [other, share] of this.#shares) {
      share.lines.follow(edit);
      if (other !== author) share.lines.remove(lines);
      if (share.lines.isEmpty) this.#shares.delete(other);
    }
    const own = this.#shares.get(author) ?? { lines: new LineSet(), due };
    own.lines.add(lines);
    own.due = due;
    this.#shares.set(author, own);
  }

  /** The document was saved: what is due is due by then at the latest. */
  saved(due: number): void {
    this.#unsaved.clear();
    for (const share of this.#shares.values()) share.due = Math.min(share.due, due);
  }

  /** All unsaved edits were undone: their lines are as they were. */
  undone(): void {
    for (const lines of this.#unsaved.spans) this.#all.remove(lines);
    this.#unsaved.clear();
  }

  /** Hands over the shares that are due by `now`; they wait no more. */
  take(now: number): { author: string; lines: readonly Lines[] }[] {
    const due = [...this.#shares].filter(([, share]) => share.due <= now);
    for (const [author] of due) this.#shares.delete(author);
    return due.map(([author, { lines }]) => ({ author, lines: lines.spans }));
  }

  /** Forgets who changed what: it is not known any more where that stands. */
  forgetAuthors(): void {
    this.#shares.clear();
  }
}
