import * as vscode from 'vscode';
import { HumanError } from '../memory/human-error';
import { t } from './translate';

/** Tells of errors: once to the person where that helps, and always to the log. */
export class Trouble {
  readonly #log: vscode.LogOutputChannel;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** Shows an error. What a person called off is no error. */
  tell(error: unknown): void {
    if (isCancelled(error)) return;
    this.note(error);
    if (error instanceof HumanError) {
      void vscode.window.showWarningMessage(`${error.happened} ${error.remedy}`);
      return;
    }
    const showLog = t('Show Log');
    const message = t('Mneme met an error of its own: {0}', messageOf(error));
    void vscode.window.showErrorMessage(message, showLog).then((chosen) => {
      if (chosen === showLog) this.#log.show();
    });
  }

  /** Writes an error to the log alone, for work that nobody waits for. */
  note(error: unknown): void {
    if (isCancelled(error)) return;
    if (error instanceof HumanError) this.#log.warn(error.message);
    else this.#log.error(error instanceof Error ? error : String(error));
  }
}

/** In one line, what went wrong. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isCancelled(error: unknown): boolean {
  return (
    error instanceof vscode.CancellationError ||
    (error instanceof Error && error.name === 'AbortError')
  );
}
