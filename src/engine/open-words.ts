import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder } from '../index/embedder';
import { StaticEmbedder } from '../index/static-embedder';
import type { Log } from '../memory/log';

const TABLE = 'software-words-3.bin';
/** It ships beside the bundles; whoever runs the sources finds it where it was trained. */
const FOLDERS = ['.', '../../models'];

/**
 * Mneme's own word vectors. Where their table is missing or torn that is told to the log, and vectors
 * know no word: recall is the poorer for it, but goes on.
 */
export function openWords(log: Log): Embedder {
  const [path] = FOLDERS.map((folder) => join(__dirname, folder, TABLE)).filter(existsSync);
  try {
    return StaticEmbedder.open(path ?? TABLE);
  } catch (error) {
    log.error('Word vectors cannot be read; installing Mneme again brings them back', error);
    return StaticEmbedder.wordless();
  }
}
