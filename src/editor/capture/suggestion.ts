import type { Checkpoint, Problem } from '../../memory/signal';
import type { FollowedRange } from './followed-range';
import { kept } from './survival';
import { lineOf } from './text-change';

/** When each checkpoint is due, in milliseconds after the accept; `commit` comes from git. */
export const DUE: readonly (readonly [Exclude<Checkpoint, 'commit'>, number])[] = [
  ['5s', 5_000],
  ['30s', 30_000],
  ['2min', 120_000],
  ['5min', 300_000],
  ['15min', 900_000],
];
/** An undo that is not redone within this time stands. */
export const REDO_GRACE = 2_000;

/** Text that came into a document, as the tracker is told of it. Offsets are as of now. */
export interface Accept {
  readonly uri: string;
  readonly language: string;
  readonly offset: number;
  readonly text: string;
  /** What stood there before; `''` where nothing did or it was not seen. */
  readonly original: string;
  readonly at: number;
  readonly partial: boolean;
  readonly confidence: number;
  readonly evidence: readonly string[];
  /** Milliseconds until it is told, for text whose coming a branch switch may yet explain. */
  readonly hold?: number;
}

/** One accepted text on its way through later edits. */
export interface Suggestion {
  readonly id: string;
  uri: string;
  readonly language: string;
  readonly accept: Accept;
  range: FollowedRange;
  /** What a rewrite is compared with: the accepted text, as formatters and agents left it. */
  baseline: string;
  /** The last rewrite that was told. */
  told: string | undefined;
  /** When the user's edits in the range will have come to rest. */
  restAt: number | undefined;
  rest: string;
  undoneAt: number | undefined;
  /** When the accept is to be told; undefined once it was. */
  tellAt: number | undefined;
  /** Index into `DUE`. */
  next: number;
  cured: Problem[];
  /** The last commit that it was told to be in, and its text there. */
  committed: { readonly sha: string; readonly text: string } | undefined;
  /** Its text when its document was closed. */
  parked: string | undefined;
}

/** A suggestion that was just accepted. */
export function suggestionOf(id: string, accept: Accept): Suggestion {
  const { uri, language, offset, text, at, hold = 0 } = accept;
  return {
    id,
    uri,
    language,
    accept,
    range: { start: offset, end: offset + text.length, openEnd: false },
    baseline: text,
    told: undefined,
    restAt: undefined,
    rest: '',
    undoneAt: undefined,
    tellAt: at + hold,
    next: 0,
    cured: [],
    committed: undefined,
    parked: undefined,
  };
}

/** Whether an undo brought back what stood there before. */
export function isUndone({ accept }: Suggestion, current: string): boolean {
  const { original, text } = accept;
  return current === original || (original === '' && kept(text, current) < 0.2);
}

/** When something is to be told of it next; `Infinity` when only a commit can. */
export function nextDue({ accept, next, restAt, undoneAt, tellAt }: Suggestion): number {
  if (undoneAt !== undefined) return undoneAt + REDO_GRACE;
  const due = DUE[next];
  const checkpoint = tellAt ?? (due ? accept.at + due[1] : Infinity);
  return Math.min(checkpoint, restAt ?? Infinity);
}

/** The first and the last line of a range, counted from 0. */
export function linesOf(text: string, { start, end }: FollowedRange): [number, number] {
  const first = lineOf(text, start);
  const last = first + lineOf(text.slice(start, end), end - start);
  return [first, last];
}

/** Where `part` stands, if it stands in exactly one place. */
export function onlyPlace(text: string, part: string): number | undefined {
  if (part === '') return undefined;
  const first = text.indexOf(part);
  return first !== -1 && text.indexOf(part, first + 1) === -1 ? first : undefined;
}
