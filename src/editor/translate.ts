import * as vscode from 'vscode';

/** Says a message in the user's language; `{0}`, `{1}` … stand for the arguments. */
export type Translate = (message: string, ...args: (string | number | boolean)[]) => string;

/** A test collects every message given to a function of this name into `l10n/`. */
export const t: Translate = (message, ...args) => vscode.l10n.t(message, ...args);
