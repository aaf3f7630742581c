import * as path from 'node:path';
import * as vscode from 'vscode';
import type { EngineLink } from '../engine-link';
import type { TaskContext } from '../task-context';
import { t } from '../translate';
import { oneLine } from '../words';
import { localFolders } from '../workspace-here';

/** The tool's name, as in the manifest. */
export const RECALL_TOOL = 'mneme_recall';

/**
 * Gives an assistant the pack for what it is about to do. The engine notes what was shown, so that
 * what then happens in the editor becomes its outcome.
 */
export class RecallTool implements vscode.LanguageModelTool<object> {
  readonly #link: EngineLink;
  readonly #context: TaskContext;

  constructor(link: EngineLink, context: TaskContext) {
    this.#link = link;
    this.#context = context;
  }

  async prepareInvocation({
    input,
  }: vscode.LanguageModelToolInvocationPrepareOptions<object>): Promise<vscode.PreparedToolInvocation> {
    const { parseRecallInput } = await import('./recall-input');
    const { task } = parseRecallInput(input);
    return { invocationMessage: t('Recalling what is known for: {0}', oneLine(task, 80)) };
  }

  async invoke(
    {
      input,
      toolInvocationToken,
      tokenizationOptions,
    }: vscode.LanguageModelToolInvocationOptions<object>,
    token: vscode.CancellationToken,
  ): Promise<vscode.LanguageModelToolResult> {
    const { parseRecallInput } = await import('./recall-input');
    const { chatOf } = await import('./chat-of');
    const { recallAnswer } = await import('../../memory/recall-answer');
    const { DEFAULT_BUDGET } = await import('../../memory/task');
    const { task: sentence, file, symbol, again } = parseRecallInput(input);
    const abort = new AbortController();
    const listening = token.onCancellationRequested(() => abort.abort());
    try {
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      const task = await this.#context.read({
        sentence,
        door: 'tool',
        assistant: 'editor-chat',
        file: file === undefined ? undefined : fileUri(file),
        symbol,
      });
      const asked = {
        ...task,
        budget: Math.floor(
          Math.min(task.budget ?? DEFAULT_BUDGET, tokenizationOptions?.tokenBudget ?? Infinity),
        ),
        conversation: chatOf(toolInvocationToken),
        again,
      };
      const pack = await this.#link.call('recall', asked, { signal: abort.signal });
      return new vscode.LanguageModelToolResult([
        new vscode.LanguageModelTextPart(recallAnswer(pack)),
      ]);
    } finally {
      listening.dispose();
    }
  }
}

/** A path as an assistant names it: absolute, or within the first folder that is open. */
function fileUri(file: string): vscode.Uri | undefined {
  if (path.isAbsolute(file)) return vscode.Uri.file(file);
  const folder = localFolders()[0];
  return folder && vscode.Uri.joinPath(folder.uri, file);
}
