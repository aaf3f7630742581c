import { MOST_SLOTS, Postings } from './postings';
import { TopScores, type Scored } from './top-scores';
import { grown } from './typed-arrays';

/** BM25's saturation of repeated terms, and its correction for length (Robertson et al., 1994). */
const BM25 = { k1: 1.2, b: 0.75 } as const;

/** A query may be a whole stack trace; its rarest terms say enough. */
const MOST_QUERY_TERMS = 96;
/** Fewer dead slots than this are not worth a compaction. */
const FEW_DEAD = 4096;
const GONE = 0xffff_ffff;

/**
 * Exact terms to documents, ranked by BM25. Each insertion fills a new slot, so that postings only
 * grow at their end; removing empties the slot at once and counts it out of every frequency, and
 * when more than half of the slots are empty, all are renumbered.
 *
 * Documents are named by positive integers.
 */
export class InvertedIndex {
  readonly #dictionary = new Map<string, Postings>();
  /** The document in each slot; 0 where it was removed. */
  #documents = new Uint32Array(1024);
  #slots = 0;
  /** By document: its slot + 1 (0: not there), its length in terms, its distinct terms. */
  #slotOf = new Uint32Array(1024);
  #lengths = new Uint32Array(1024);
  readonly #termsOf: (readonly Postings[] | undefined)[] = [];
  #size = 0;
  #totalLength = 0;
  /** By document, all zeros between searches. */
  #scores = new Float64Array(1024);

  get size(): number {
    return this.#size;
  }

  has(document: number): boolean {
    return (this.#slotOf[document] ?? 0) !== 0;
  }

  insert(document: number, terms: readonly string[]): void {
    this.remove(document);
    if (this.#slots >= MOST_SLOTS) throw new RangeError('The text index is full.');
    const slot = this.#slots++;
    this.#documents = grown(this.#documents, this.#slots);
    this.#slotOf = grown(this.#slotOf, document + 1);
    this.#lengths = grown(this.#lengths, document + 1);
    this.#documents[slot] = document;
    this.#slotOf[document] = slot + 1;
    this.#lengths[document] = terms.length;
    this.#size++;
    this.#totalLength += terms.length;

    const own: Postings[] = [];
    for (const [term, count] of counted(terms)) {
      let postings = this.#dictionary.get(term);
      if (!postings) this.#dictionary.set(term, (postings = new Postings(term)));
      postings.add(slot, count);
      own.push(postings);
    }
    this.#termsOf[document] = own;
  }

  /** Whether it was there. */
  remove(document: number): boolean {
    const slot = this.#slotOf[document] ?? 0;
    if (slot === 0) return false;
    this.#documents[slot - 1] = 0;
    this.#slotOf[document] = 0;
    this.#size--;
    this.#totalLength -= this.#lengths[document] ?? 0;
    for (const postings of this.#termsOf[document] ?? []) {
      if (--postings.live === 0) this.#dictionary.delete(postings.term);
    }
    this.#termsOf[document] = undefined;
    if (this.#slots - this.#size > Math.max(FEW_DEAD, this.#size)) this.#compact();
    return true;
  }

  /** The best documents among those that `allows` marks with a 1; all where there is no mask. */
  search(terms: readonly string[], limit: number, allows?: Uint8Array): Scored[] {
    if (this.#scores.length < this.#slotOf.length) {
      this.#scores = new Float64Array(this.#slotOf.length);
    }
    const scores = this.#scores;
    const documents = this.#documents;
    const lengths = this.#lengths;
    const { k1, b } = BM25;
    const flat = k1 * (1 - b);
    const perTerm = (k1 * b * this.#size) / Math.max(1, this.#totalLength);
    const touched: number[] = [];
    for (const { postings, repeats } of this.#rarest(terms)) {
      const most = repeats * this.#idf(postings) * (k1 + 1);
      postings.each((slot, count) => {
        const document = documents[slot] ?? 0;
        if (document === 0 || allows?.[document] === 0) return;
        const before = scores[document] ?? 0;
        if (before === 0) touched.push(document);
        scores[document] =
          before + (most * count) / (count + flat + perTerm * (lengths[document] ?? 0));
      });
    }
    const top = new TopScores(limit);
    for (const document of touched) {
      top.offer(document, scores[document] ?? 0);
      scores[document] = 0;
    }
    return top.take();
  }

  /** Which of the terms the document holds. */
  matched(document: number, terms: ReadonlySet<string>): string[] {
    const own = this.#termsOf[document] ?? [];
    return own.filter((postings) => terms.has(postings.term)).map((postings) => postings.term);
  }

  /**
   * How much a term tells: its inverse document frequency, highest for one that is nowhere; as if
   * there were at least so many documents.
   */
  idf(term: string, among = 0): number {
    return this.#idf(this.#dictionary.get(term), among);
  }

  #idf(postings: Postings | undefined, among = 0): number {
    const holders = postings?.live ?? 0;
    const size = Math.max(this.#size, among);
    return Math.log(1 + (size - holders + 0.5) / (holders + 0.5));
  }

  #rarest(terms: readonly string[]): { postings: Postings; repeats: number }[] {
    const known: { postings: Postings; repeats: number }[] = [];
    for (const [term, repeats] of counted(terms)) {
      const postings = this.#dictionary.get(term);
      if (postings) known.push({ postings, repeats });
    }
    return known.length <= MOST_QUERY_TERMS
      ? known
      : known.sort((a, b) => a.postings.live - b.postings.live).slice(0, MOST_QUERY_TERMS);
  }

  #compact(): void {
    const numbers = new Uint32Array(this.#slots).fill(GONE);
    let next = 0;
    for (let slot = 0; slot < this.#slots; slot++) {
      const document = this.#documents[slot] ?? 0;
      if (document === 0) continue;
      numbers[slot] = next;
      this.#documents[next] = document;
      this.#slotOf[document] = ++next;
    }
    this.#slots = next;
    for (const postings of this.#dictionary.values()) postings.renumber(numbers, GONE);
  }
}

function counted(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
