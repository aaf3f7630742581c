import type { SyntaxNode } from '../syntax/syntax-node';
import { holeOf, templateTokens } from './template';
import { meaningful, type Token, tokenise } from './tokens';

/** A place where a template applies; offsets into the text, and what stands in each hole. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly holes: ReadonlyMap<string, string>;
}

/** Hole takers are tried at so many lengths; a hostile text could make the search long. */
const MOST_STEPS = 20_000;

/**
 * Where one side of a correction's template stands in a text: token by token, each `$A` over one
 * whole node, each `$$$A` over any number of them side by side, the same hole over the same text. The
 * match as a whole begins and ends where nodes do.
 */
export function matchesOf(
  template: string,
  text: string,
  root: SyntaxNode,
  language: string | undefined,
): Match[] {
  const sought = templateTokens(template, language);
  const stand = meaningful(tokenise(text, language));
  if (sought.length === 0) return [];
  const nodes = new Nodes(root);
  const found: Match[] = [];
  let steps = 0;
  for (let at = 0; at < stand.length; at++) {
    const hit = follow(0, at, new Map());
    const start = stand[at]?.start ?? 0;
    if (hit === undefined || start < (found.at(-1)?.end ?? 0)) continue;
    const last = stand[hit.to - 1];
    const end = last === undefined ? start : last.start + last.text.length;
    found.push({ start, end, holes: hit.holes });
  }
  return found;

  function follow(
    i: number,
    at: number,
    holes: ReadonlyMap<string, string>,
    first = at,
  ): { to: number; holes: ReadonlyMap<string, string> } | undefined {
    if (steps++ > MOST_STEPS) return undefined;
    const token = sought[i];
    if (token === undefined) {
      const whole = nodes.areWhole(stand[first]?.start ?? 0, endOf(stand[at - 1]));
      return whole && at > first ? { to: at, holes } : undefined;
    }
    const hole = holeOf(token);
    if (hole === undefined)
      return stand[at]?.text === token.text ? follow(i + 1, at + 1, holes, first) : undefined;
    for (const to of endsOf(at, hole.many)) {
      const taken = stand
        .slice(at, to)
        .map((one) => one.text)
        .join(' ');
      const known = holes.get(hole.name);
      if (known !== undefined && normal(known) !== taken) continue;
      const source = to === at ? '' : text.slice(stand[at]?.start ?? 0, endOf(stand[to - 1]));
      const hit = follow(i + 1, to, new Map(holes).set(hole.name, known ?? source), first);
      if (hit !== undefined) return hit;
    }
    return undefined;
  }

  /** Where what a hole takes may end, as indexes of tokens, the longest last. */
  function endsOf(at: number, many: boolean): number[] {
    const ends: number[] = many ? [at] : [];
    const from = stand[at];
    if (from === undefined) return ends;
    for (let to = at + 1; to <= stand.length; to++) {
      const end = endOf(stand[to - 1]);
      if (many ? nodes.areWhole(from.start, end) : nodes.isOne(from.start, end)) ends.push(to);
    }
    return ends;
  }

  function normal(source: string): string {
    return meaningful(tokenise(source, language))
      .map((one) => one.text)
      .join(' ');
  }
}

/** Code that a hole takes without a grammar: so many tokens, within one statement. */
const MOST_TAKEN = 60;

/**
 * Whether one side of a template stands in a text, as far as tokens alone tell: a hole takes any code
 * of which the brackets are closed.
 */
export function standsIn(template: string, text: string, language: string | undefined): boolean {
  const sought = templateTokens(template, language);
  const stand = meaningful(tokenise(text, language));
  let steps = 0;
  const follow = (i: number, at: number): boolean => {
    const token = sought[i];
    if (token === undefined) return true;
    if (steps++ > MOST_STEPS) return false;
    const hole = holeOf(token);
    if (hole === undefined) return stand[at]?.text === token.text && follow(i + 1, at + 1);
    if (hole.many && follow(i + 1, at)) return true;
    let depth = 0;
    for (let to = at; to < stand.length && to < at + MOST_TAKEN; to++) {
      const mark = stand[to]?.text ?? '';
      if ('([{'.includes(mark)) depth++;
      else if (')]}'.includes(mark) && --depth < 0) return false;
      if (mark === ';' && depth === 0) return false;
      if (depth === 0 && follow(i + 1, to + 1)) return true;
    }
    return false;
  };
  return sought.length > 0 && stand.some((_, at) => follow(0, at));
}

/** The other side of a template, with what stood in the holes put in. */
export function filled(template: string, holes: ReadonlyMap<string, string>): string {
  return template.replace(
    /\$(?:\$\$)?([A-Z]\d*)\b/g,
    (hole, name: string) => holes.get(name) ?? hole,
  );
}

const endOf = (token: Token | undefined): number =>
  token === undefined ? 0 : token.start + token.text.length;

/** Tells whether a stretch of text is a node, or nodes side by side. */
class Nodes {
  readonly #named = new Set<string>();
  readonly #starts = new Map<number, SyntaxNode[]>();

  constructor(root: SyntaxNode) {
    this.#add(root);
  }

  isOne(start: number, end: number): boolean {
    return this.#named.has(`${start}:${end}`);
  }

  areWhole(start: number, end: number): boolean {
    return (this.#starts.get(start) ?? []).some((node) => {
      const siblings = node.parent?.children ?? [node];
      for (let i = siblings.indexOf(node); i < siblings.length; i++) {
        const reached = siblings[i]?.end ?? Infinity;
        if (reached >= end) return reached === end;
      }
      return false;
    });
  }

  #add(node: SyntaxNode): void {
    if (node.named) this.#named.add(`${node.start}:${node.end}`);
    const same = this.#starts.get(node.start);
    if (same === undefined) this.#starts.set(node.start, [node]);
    else same.push(node);
    for (const child of node.children) this.#add(child);
  }
}
