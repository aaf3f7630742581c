import * as vscode from 'vscode';
import type { EngineClient } from '../../src/protocol/engine-api';

const TIMES = 10;
const PATIENCE = 20_000;
/** The language server may tell of a hundred problems in the same moment. */
const SIGNALS = 300;

/** From the accept of a suggestion to its signal in the store: the median of ten, in milliseconds. */
export async function editedToStored(
  editor: vscode.TextEditor,
  engine: EngineClient,
): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const text = `export const accepted${i} = Array.from({ length: ${i} }, (_, n) => n * n);\n`;
    const started = performance.now();
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
    await vscode.commands.executeCommand('mneme.suggestionAccepted');
    await stored(engine, text, started + PATIENCE);
    took.push(performance.now() - started);
  }
  return Math.round(took.toSorted((a, b) => a - b)[TIMES / 2] ?? NaN);
}

async function stored(engine: EngineClient, text: string, deadline: number): Promise<void> {
  while (performance.now() < deadline) {
    const signals = await engine.call('activity', { limit: SIGNALS });
    if (signals.some((signal) => signal.kind === 'accepted' && signal.text === text)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('An accepted suggestion never reached the store');
}
