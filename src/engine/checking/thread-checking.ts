import { Worker } from 'node:worker_threads';
import type { DetectorKind } from '../../memory/detector';
import type { Fault } from '../../memory/fault';
import { HumanError } from '../../memory/human-error';
import type { Compiled } from '../../rules/detector';
import type { RunReport, RunRule } from '../../rules/rule-checker';
import type { Said } from '../../rules/said';
import type { Checking, Handed } from './checking';
import { processMilliseconds } from './cpu-time';
import type { Answer, Question, ThreadData } from './thread-messages';
import { type Phase, type Work, WorkSign } from './work-sign';

/**
 * Milliseconds of computing after which a piece of work is taken to hang. Preparing loads libraries
 * and grammars.
 */
const PATIENCE: Readonly<Record<Phase, number>> = { run: 2000, prepare: 20_000, compile: 30_000 };
/** What does not compute may wait so many times as long, on a machine that is busy otherwise. */
const WAITING = 10;
/** Milliseconds between two looks at what the thread is doing. */
const LOOK_EVERY = 250;
/** Megabytes of the thread's heap: a linter, a parser or two and one file's tree. */
const MEMORY_LIMIT = 512;

interface Waiting {
  question: Question;
  /** What was switched off while this was answered. */
  readonly off: RunReport['off'];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** One life of the thread. */
interface Life {
  readonly worker: Worker;
  readonly sign: WorkSign;
  /** The piece of work that was seen last, at how many looks, and what was computed before it. */
  seen: { piece: number; looks: number; computed: number } | undefined;
}

/**
 * Compiles and runs detectors in a thread of their own, so that what hangs or devours memory can be
 * stopped: the thread is killed, the rule that was at work is blamed, and what it was asked is asked
 * again without that rule. Started with the first question; keeps no process alive.
 */
export class ThreadChecking implements Checking {
  readonly #script: string;
  readonly #patience: Readonly<Record<Phase, number>>;
  readonly #waiting = new Map<number, Waiting>();
  #life: Life | undefined;
  #asked = 0;
  #looking: NodeJS.Timeout | undefined;
  #closed = false;

  /** @param script path of the thread's bundle */
  constructor(script: string, patience: Partial<Record<Phase, number>> = {}) {
    this.#script = script;
    this.#patience = { ...PATIENCE, ...patience };
  }

  async compile(said: Said): Promise<Compiled<DetectorKind> | undefined> {
    const { answer } = await this.#ask((id) => ({ id, kind: 'compile', said }));
    return 'compiled' in answer ? answer.compiled : undefined;
  }

  async check(rules: readonly RunRule[], handed: Handed): Promise<RunReport> {
    if (rules.length === 0) return { found: [], off: [] };
    const { answer, off } = await this.#ask((id) => ({ id, kind: 'check', rules, handed }));
    const report = 'report' in answer ? answer.report : { found: [], off: [] };
    return { found: report.found, off: [...off, ...report.off] };
  }

  async faultsOf(text: string, language: string): Promise<readonly Fault[] | undefined> {
    const { answer } = await this.#ask((id) => ({ id, kind: 'faults', text, language }));
    return 'faults' in answer ? answer.faults : undefined;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#looking);
    const life = this.#life;
    this.#life = undefined;
    for (const { reject } of this.#waiting.values()) reject(closing());
    this.#waiting.clear();
    await life?.worker.terminate();
  }

  async #ask(make: (id: number) => Question): Promise<{ answer: Answer; off: RunReport['off'] }> {
    if (this.#closed) throw closing();
    const question = make(++this.#asked);
    const off: RunReport['off'] = [];
    const answer = await new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(question.id, { question, off, resolve, reject });
      this.#looking ??= setInterval(() => this.#look(), LOOK_EVERY).unref();
      this.#send(question);
    });
    if ('failed' in answer) throw new Error(answer.failed);
    return { answer, off };
  }

  #send(question: Question): void {
    const life = (this.#life ??= this.#start());
    // An unreferenced thread would let the process end before it has answered.
    life.worker.ref();
    life.worker.postMessage(question);
  }

  #start(): Life {
    const sign = new WorkSign();
    const data: ThreadData = { sign: sign.memory };
    const worker = new Worker(this.#script, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT },
    });
    const life: Life = { worker, sign, seen: undefined };
    let reason = 'The detectors’ thread ended.';
    worker.on('message', (answer: Answer) => this.#answered(life, answer));
    worker.once('error', (error: Error) => (reason = error.stack ?? error.message));
    worker.once('exit', () => this.#ended(life, `It stopped the detectors’ thread: ${reason}`));
    return life;
  }

  #answered({ worker }: Life, answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#rest(worker);
    waiting?.resolve(answer);
  }

  #rest(worker: Worker): void {
    worker.unref();
    clearInterval(this.#looking);
    this.#looking = undefined;
  }

  /** Kills the thread when it has been at the same piece of work for too long. */
  #look(): void {
    const life = this.#life;
    const work = life?.sign.read();
    if (life === undefined || work === undefined) {
      if (life !== undefined) life.seen = undefined;
      return;
    }
    const computed = processMilliseconds();
    if (life.seen?.piece !== work.piece) life.seen = { piece: work.piece, looks: 0, computed };
    const patience = this.#patience[work.phase];
    // By looks and not by the clock, which goes on while the machine sleeps.
    const passed = life.seen.looks++ * LOOK_EVERY;
    const computing = Math.min(passed, computed - life.seen.computed);
    if (computing < patience && passed < patience * WAITING) return;
    void life.worker.terminate();
    this.#ended(life, `It was not done after ${patience / 1000} s.`);
  }

  #ended(life: Life, reason: string): void {
    if (this.#life !== life) return;
    this.#life = undefined;
    const work = life.sign.read();
    const guilty = work && this.#waiting.get(work.question);
    if (work === undefined || guilty === undefined) {
      // Nobody in particular: asking again might end it again, and for ever.
      for (const [id, { reject }] of this.#waiting) {
        this.#waiting.delete(id);
        reject(new Error(reason));
      }
      return;
    }
    this.#blame(guilty, work, reason);
    for (const { question } of this.#waiting.values()) this.#send(question);
  }

  /** Takes the rule that was at work out of its question, which is then asked again. */
  #blame(guilty: Waiting, work: Work, reason: string): void {
    const { question } = guilty;
    const rule = question.kind === 'check' ? question.rules[work.rule] : undefined;
    if (question.kind === 'faults') {
      this.#waiting.delete(question.id);
      guilty.reject(new Error(`Looking for faults in a piece of code: ${reason}`));
      return;
    }
    if (question.kind === 'compile' || rule === undefined) {
      this.#waiting.delete(question.id);
      guilty.reject(
        new HumanError('Making a detector of this rule took too long.', 'Say it in other words.'),
      );
      return;
    }
    guilty.off.push({ rule: rule.id, reason });
    guilty.question = { ...question, rules: question.rules.filter(({ id }) => id !== rule.id) };
  }
}

function closing(): HumanError {
  return new HumanError('Mneme is shutting down.', 'Reload the window.');
}
