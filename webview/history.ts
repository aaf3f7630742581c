/** Where the user has been, and where in that they stand; -1 before the first place. */
export type History = { readonly places: readonly string[]; readonly at: number };

export const NOWHERE: History = { places: [], at: -1 };

/** Places kept; the oldest go first. */
const KEPT = 50;

/** Goes on to a place: what lay ahead is dropped. Staying where one is changes nothing. */
export function went(history: History, place: string): History {
  if (history.places[history.at] === place) return history;
  const places = [...history.places.slice(0, history.at + 1), place].slice(-KEPT);
  return { places, at: places.length - 1 };
}

/** Steps back (-1) or forward (1); undefined at the end. */
export function stepped(history: History, by: -1 | 1): History | undefined {
  const at = history.at + by;
  return history.places[at] === undefined ? undefined : { ...history, at };
}

/** Takes a place out wherever it stands, for one that is gone. */
export function without(history: History, place: string): History {
  const before = history.places.slice(0, history.at + 1).filter((kept) => kept !== place);
  const after = history.places.slice(history.at + 1).filter((kept) => kept !== place);
  return { places: [...before, ...after], at: before.length - 1 };
}

/** The place one stands at. */
export function here(history: History): string | undefined {
  return history.places[history.at];
}
