import type { Watch } from '../../rules/rule-checker';

/** What a thread is at: `0` nothing, else one more than the place of its phase. */
const PHASES = ['prepare', 'run', 'compile'] as const;
export type Phase = (typeof PHASES)[number];

/** What is under way in a thread, as seen from outside. */
export interface Work {
  /** Grows with each piece of work: the same number twice is the same piece. */
  readonly piece: number;
  readonly phase: Phase;
  /** The question that it belongs to, and the rule's place among those that came with it. */
  readonly question: number;
  readonly rule: number;
}

/**
 * Where a thread writes what it is doing, in memory that it shares with its owner: so the owner
 * knows what hangs, though a thread that hangs answers nothing.
 */
export class WorkSign implements Watch {
  readonly #slots: Int32Array;
  #question = 0;

  constructor(readonly memory = new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT)) {
    this.#slots = new Int32Array(memory);
  }

  /** What is said from now on belongs to this question. */
  asked(question: number): void {
    this.#question = question;
  }

  begin(rule: number, phase: Phase): void {
    Atomics.store(this.#slots, 2, this.#question);
    Atomics.store(this.#slots, 3, rule);
    Atomics.add(this.#slots, 1, 1);
    Atomics.store(this.#slots, 0, PHASES.indexOf(phase) + 1);
  }

  end(): void {
    Atomics.store(this.#slots, 0, 0);
  }

  /** What is under way now; `undefined` when nothing is. */
  read(): Work | undefined {
    const phase = PHASES[Atomics.load(this.#slots, 0) - 1];
    if (phase === undefined) return undefined;
    const [piece = 0, question = 0, rule = 0] = [1, 2, 3].map((at) =>
      Atomics.load(this.#slots, at),
    );
    return { piece, phase, question, rule };
  }
}
