import type { Translate } from '../../../src/editor/translate';

/** What `vscode.l10n.t` gives where there is no translation. */
export const english: Translate = (message, ...args) =>
  message.replace(/\{(\d+)\}/g, (_, at: string) => String(args[Number(at)]));
