import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { languageOf } from '../memory/language';
import type { EngineClient } from '../protocol/engine-api';

/** A file as the store names it. */
export interface Located {
  readonly repo: string;
  /** From the repository's root. */
  readonly file: string;
  readonly language: string | undefined;
  /** The nearest folder around it that is there. */
  readonly folder: string;
}

/** Where a file lies, or will lie: who writes one makes the folders that it needs. */
export async function located(engine: EngineClient, absolute: string): Promise<Located> {
  const folder = nearest(path.dirname(absolute));
  const { repo, path: within } = await engine.call('repositoryOf', { folder });
  const below = path.relative(folder, absolute).split(path.sep).join('/');
  return { repo, file: path.posix.join(within, below), language: languageOf(absolute), folder };
}

function nearest(folder: string): string {
  const parent = path.dirname(folder);
  return existsSync(folder) || parent === folder ? folder : nearest(parent);
}
