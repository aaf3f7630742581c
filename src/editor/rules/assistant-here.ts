import * as vscode from 'vscode';

/** Extensions that write code, with the names that their assistants go by in tasks. */
const ASSISTANTS: Readonly<Record<string, string>> = {
  'github.copilot': 'copilot',
  'github.copilot-chat': 'copilot',
  'anthropic.claude-code': 'claude-code',
  'openai.chatgpt': 'codex',
  'saoudrizwan.claude-dev': 'cline',
  'rooveterinaryinc.roo-cline': 'roo',
  'continue.continue': 'continue',
  'codeium.codeium': 'windsurf',
  'supermaven.supermaven': 'supermaven',
  'tabnine.tabnine-vscode': 'tabnine',
  'amazonwebservices.amazon-q-vscode': 'amazon-q',
  'google.geminicodeassist': 'gemini',
  'sourcegraph.cody-ai': 'cody',
};

/** What an assistant is called where it can not be told which one it was. */
const SOME = 'assistant';

/** The assistant that writes in this window: the only one that runs here, else just some assistant. */
export function assistantHere(): string {
  const names = new Set(
    Object.entries(ASSISTANTS).flatMap(([id, name]) =>
      vscode.extensions.getExtension(id)?.isActive === true ? [name] : [],
    ),
  );
  const [only] = names;
  return names.size === 1 && only !== undefined ? only : SOME;
}

/** Whose a terminal is, by its name: an assistant's, which gives its own away, or `undefined`. */
export function assistantOfTerminal(name: string): string | undefined {
  const lower = name.toLowerCase();
  return [...new Set(Object.values(ASSISTANTS))].find(
    (assistant) => lower.includes(assistant) || lower.includes(assistant.replace('-', ' ')),
  );
}
