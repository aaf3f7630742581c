import * as vscode from 'vscode';
import type { FoundBreach } from '../../memory/breach';
import type { Clock } from '../../memory/clock';
import type { Memory } from '../../memory/memory';
import { DisposableStore } from '../disposable-store';
import type { EngineLink } from '../engine-link';
import type { Settings } from '../settings';
import { t } from '../translate';
import { oneLine, shortWords } from '../words';

/** One rule is told of at most so often, in milliseconds. */
const HOUR = 60 * 60 * 1000;

/** What a rule was held against that is no file: nothing there can be underlined. */
export interface Told {
  readonly folder: string;
  readonly text: string;
  readonly of: 'command' | 'commit' | 'branch';
}

/** Tells a person of commands and commits that break a rule, and of detectors that were switched off. */
export class BreachNotice implements vscode.Disposable {
  readonly #settings: Settings;
  readonly #clock: Clock;
  readonly #kept = new DisposableStore();
  /** When each rule was told of last, by its id. */
  readonly #told = new Map<string, number>();

  constructor(link: EngineLink, settings: Settings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
    this.#kept.add(
      link.onEvent((event) => {
        if (event.kind === 'detectorOff') void this.#tellOff(event.memory, event.reason);
      }),
    );
  }

  tell(breaches: readonly FoundBreach[], told: Told): void {
    for (const breach of breaches) {
      if (this.#isTold(breach.rule)) continue;
      void this.#tellBreach(breach, told);
    }
  }

  dispose(): void {
    this.#kept.dispose();
  }

  #isTold(rule: string): boolean {
    const now = this.#clock.now();
    if (!this.#settings.get('rules.notify')) return true;
    if (now - (this.#told.get(rule) ?? -Infinity) < HOUR) return true;
    this.#told.set(rule, now);
    return false;
  }

  async #tellBreach(breach: FoundBreach, { folder, text, of }: Told): Promise<void> {
    const { rule, message, alternative } = breach;
    const words = oneLine(breach.text, 100);
    const short = oneLine(text, 60);
    const broken: Record<Told['of'], string> = {
      command: t('“{0}” breaks your rule “{1}”.', short, words),
      commit: t('The commit “{0}” breaks your rule “{1}”.', short, words),
      branch: t('The branch “{0}” breaks your rule “{1}”.', short, words),
    };
    // A notification shows no markup.
    const said = message?.replaceAll('`', '');
    const more = said ?? (alternative === undefined ? '' : t('Instead: {0}', alternative));
    const [show, here, never] = [t('Show Rule'), t('Fine This Time'), t('Do Not Show Again')];
    const chosen = await vscode.window.showWarningMessage(
      [broken[of], more].filter((part) => part !== '').join(' '),
      show,
      here,
      never,
    );
    if (chosen === show) await vscode.commands.executeCommand('mneme.openRule', rule);
    if (chosen === here) {
      await vscode.commands.executeCommand('mneme.leaveHere', { rule, folder, text });
    }
    if (chosen === never) await this.#settings.set('rules.notify', false);
  }

  async #tellOff(memory: Memory, reason: string): Promise<void> {
    if (this.#isTold(`off:${memory.id}`)) return;
    const [show, on, never] = [t('Show Rule'), t('Turn On Again'), t('Do Not Show Again')];
    const chosen = await vscode.window.showWarningMessage(
      t('Mneme checks “{0}” no more: {1}', shortWords(memory, 80), reason),
      show,
      on,
      never,
    );
    if (chosen === show) await vscode.commands.executeCommand('mneme.openRule', memory.id);
    if (chosen === on) await vscode.commands.executeCommand('mneme.turnRuleOn', memory.id);
    if (chosen === never) await this.#settings.set('rules.notify', false);
  }
}
