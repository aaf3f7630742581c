import * as vscode from 'vscode';
import type { RuleRow } from '../../memory/rule-row';
import { Delayed } from '../delayed';
import { DisposableStore } from '../disposable-store';
import type { EngineLink } from '../engine-link';
import { isOn, targetOf } from './rule-words';

/** Milliseconds in which changes are gathered before all is asked for again. */
const SOON = 150;
/** A timer cannot wait longer than this, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** All rules with how they stand, asked for once and again when they change. */
export class RuleBook implements vscode.Disposable {
  readonly #link: EngineLink;
  readonly #kept = new DisposableStore();
  readonly #changes = this.#kept.add(new vscode.EventEmitter<void>());
  readonly #counts = this.#kept.add(new vscode.EventEmitter<void>());
  readonly #stale: Delayed;
  readonly #counted: Delayed;
  #pauseEnds: NodeJS.Timeout | undefined;
  #rows: Promise<readonly RuleRow[]> | undefined;

  constructor(link: EngineLink) {
    this.#link = link;
    const anew = (tell: vscode.EventEmitter<void>) => (): void => {
      this.#rows = undefined;
      tell.fire();
    };
    this.#stale = this.#kept.add(new Delayed(SOON, anew(this.#changes)));
    this.#counted = this.#kept.add(new Delayed(SOON, anew(this.#counts)));
    this.#kept.add(
      link.onEvent((event) => {
        const touched = event.kind === 'changed' && (event.many || event.memories.length > 0);
        if (touched || event.kind === 'rulesChanged' || event.kind === 'restarted')
          this.#stale.ask();
      }),
    );
  }

  /** Rules came, went or stand otherwise. */
  readonly onDidChange = this.#changes.event;
  /** They stand as they stood, and it was counted how they are kept. */
  readonly onDidCount = this.#counts.event;

  /** Something was just counted. */
  counted(): void {
    this.#counted.ask();
  }

  rows(): Promise<readonly RuleRow[]> {
    if (this.#rows === undefined) {
      const rows = this.#link.call('rules', {});
      this.#rows = rows;
      // A failure is not kept: the engine may answer the next time.
      rows.then(
        (known) => this.#awaitPauses(known),
        () => {
          if (this.#rows === rows) this.#rows = undefined;
        },
      );
    }
    return this.#rows;
  }

  async row(id: string): Promise<RuleRow | undefined> {
    return (await this.rows()).find(({ memory }) => memory.id === id);
  }

  /** Whether any rule is on for such things, so that there is anything to check. */
  async anyOn(target: 'files' | 'commands' | 'commits'): Promise<boolean> {
    return (await this.rows()).some((row) => isOn(row) && targetOf(row) === target);
  }

  /** Nobody tells when a pause runs out. */
  #awaitPauses(rows: readonly RuleRow[]): void {
    clearTimeout(this.#pauseEnds);
    const ends = Math.min(...rows.map(({ paused }) => paused?.until ?? Infinity));
    if (ends === Infinity) return;
    const delay = Math.min(Math.max(0, ends - Date.now()) + SOON, LONGEST);
    this.#pauseEnds = setTimeout(() => this.#stale.ask(), delay);
  }

  dispose(): void {
    clearTimeout(this.#pauseEnds);
    this.#kept.dispose();
  }
}
