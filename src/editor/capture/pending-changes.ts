import type { ChangeFeatures } from './attribution';
import type { Cursor } from './keystroke';
import type { TextChange } from './text-change';

/** One change event as it waits for what follows it. */
export interface PendingChange {
  readonly uri: string;
  readonly at: number;
  readonly changes: readonly TextChange[];
  readonly reason: 'undo' | 'redo' | undefined;
  /** Whether its document was that of the active editor. */
  readonly active: boolean;
  selection: ChangeFeatures['selection'];
  /** Where the cursors stood in the selection event that followed; none without one. */
  cursors: readonly Cursor[];
  acceptedAt: number | undefined;
  /** Whether it was put beside the changes of its moment. */
  noted: boolean;
}

/** A change without a key press, kept to explain others of its moment. */
export interface SilentChange {
  readonly uri: string;
  readonly at: number;
  readonly text: string;
}

/** How long the selection event that follows a change may take, in milliseconds. */
const SELECTION_WAIT = 100;
/**
 * How long a change that no key explains waits for the accept key's command: 4 to 60 ms is usual,
 * 200 ms were measured on a machine with ten times more to do than it could.
 */
const ACCEPT_WAIT = 700;
const RECENT = 32;

/** Change events in their order, until the editor had time to tell what followed each. */
export class PendingChanges {
  #pending: PendingChange[] = [];
  readonly #recent: SilentChange[] = [];

  get size(): number {
    return this.#pending.length;
  }

  /** Changes without a key press of late, in all documents. */
  get recent(): readonly SilentChange[] {
    return this.#recent;
  }

  add(change: PendingChange): void {
    this.#pending.push(change);
  }

  /** A selection event came: it belongs to the newest change of its document. */
  selected(
    uri: string,
    selection: ChangeFeatures['selection'],
    cursors: readonly Cursor[] = [],
  ): void {
    const pending = this.#newest((one) => one.uri === uri);
    if (pending?.selection !== 'none') return;
    pending.selection = selection;
    pending.cursors = cursors;
  }

  /** The accept key's command ran: the newest change that no key explains was the accept. */
  suggestionAccepted(uri: string, at: number): void {
    const accept = this.#newest(
      (one) => one.uri === uri && one.reason === undefined && one.selection !== 'keyboard',
    );
    if (accept) accept.acceptedAt = at;
  }

  /** All that waits in a document, the oldest first. */
  in(uri: string): PendingChange[] {
    return this.#pending.filter((one) => one.uri === uri);
  }

  /** Hands each change that waited long enough to `take`, in order; it is gone afterwards. */
  settle(now: number, take: (change: PendingChange) => void): void {
    this.#noteSilent(now);
    for (let next = this.#pending[0]; next && isReady(next, now); next = this.#pending[0]) {
      try {
        take(next);
      } finally {
        this.#pending.shift();
      }
    }
  }

  clear(): void {
    this.#pending = [];
  }

  #newest(fits: (change: PendingChange) => boolean): PendingChange | undefined {
    for (let i = this.#pending.length - 1; i >= 0; i--) {
      const pending = this.#pending[i];
      if (pending && fits(pending)) return pending;
    }
    return undefined;
  }

  #noteSilent(now: number): void {
    for (const pending of this.#pending) {
      if (pending.noted || now - pending.at < SELECTION_WAIT) continue;
      pending.noted = true;
      if (pending.selection === 'keyboard' || pending.reason) continue;
      const text = pending.changes[0]?.text ?? '';
      this.#recent.push({ uri: pending.uri, at: pending.at, text });
    }
    this.#recent.splice(0, this.#recent.length - RECENT);
  }
}

function isReady({ selection, reason, acceptedAt, at }: PendingChange, now: number): boolean {
  const explained = selection === 'keyboard' || reason !== undefined || acceptedAt !== undefined;
  return explained || now - at >= ACCEPT_WAIT;
}
