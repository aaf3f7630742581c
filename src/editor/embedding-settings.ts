import type * as vscode from 'vscode';
import type { EmbeddingSettings } from '../protocol/embedding-settings';
import type { Settings } from './settings';

/** Where VS Code keeps the key; never in the settings, which are plain text and may be synchronised. */
export const EMBEDDING_KEY = 'mneme.embeddings.key';

/** The endpoint that the user named for vectors; none by default. */
export async function embeddingSettings(
  settings: Settings,
  secrets: vscode.SecretStorage,
): Promise<EmbeddingSettings | undefined> {
  const endpoint = settings.get('embeddings.endpoint').trim();
  if (endpoint === '') return undefined;
  const dimensions = settings.get('embeddings.dimensions');
  const key = await secrets.get(EMBEDDING_KEY);
  return {
    endpoint,
    model: settings.get('embeddings.model').trim(),
    ...(Number.isInteger(dimensions) && dimensions > 0 && { dimensions }),
    ...(key !== undefined && key !== '' && { key }),
  };
}
