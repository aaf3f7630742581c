import * as vscode from 'vscode';
import type { RuleRow } from '../../memory/rule-row';
import { Delayed } from '../delayed';
import { DisposableStore } from '../disposable-store';
import type { EngineLink } from '../engine-link';
import { isOn, targetOf } from './rule-words';

/** Milliseconds in which changes are gathered before all is asked for again. */
const SOON = 150;

/** All rules with how they stand, asked for once and again when they change. */
export class RuleBook implements vscode.Disposable {
  readonly #link: EngineLink;
  readonly #kept = new DisposableStore();
  readonly #changes = this.#kept.add(new vscode.EventEmitter<void>());
  #rows: Promise<readonly RuleRow[]> | undefined;

  constructor(link: EngineLink) {
    this.#link = link;
    const stale = this.#kept.add(
      new Delayed(SOON, () => {
        this.#rows = undefined;
        this.#changes.fire();
      }),
    );
    this.#kept.add(
      link.onEvent((event) => {
        const touched = event.kind === 'changed' && (event.many || event.memories.length > 0);
        if (touched || event.kind === 'rulesChanged' || event.kind === 'restarted') stale.ask();
      }),
    );
  }

  /** Rules came, went or stand otherwise. */
  readonly onDidChange = this.#changes.event;

  rows(): Promise<readonly RuleRow[]> {
    if (this.#rows === undefined) {
      const rows = this.#link.call('rules', {});
      this.#rows = rows;
      // A failure is not kept: the engine may answer the next time.
      rows.catch(() => {
        if (this.#rows === rows) this.#rows = undefined;
      });
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

  dispose(): void {
    this.#kept.dispose();
  }
}
