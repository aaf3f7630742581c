import { rm } from 'node:fs/promises';
import sqlite from '@vscode/sqlite3';
import { create, insertMultiple, search } from '@orama/orama';
import { quantile, shown } from '../quantiles';
import { say } from '../progress';
import type { Corpus } from '../text/corpus';
import type { Question } from '../text/questions';

const LIMIT = 10;
const BATCH = 500;
const WORDS = /[\p{L}\p{N}_]+/gu;

/** What a question asks, as one text. */
function wordsOf({ task }: Question): string {
  return [task.sentence, ...(task.problems ?? []).map(({ message }) => message), task.symbol]
    .filter(Boolean)
    .join(' ');
}

/** The same texts and questions in SQLite FTS5: any of the words, the best ten by its BM25. */
export async function fts5(path: string, corpus: Corpus, questions: readonly Question[]) {
  await rm(path, { force: true });
  const db = await new Promise<sqlite.Database>((resolve, reject) => {
    const opened: sqlite.Database = new sqlite.Database(path, (error) =>
      error ? reject(error) : resolve(opened),
    );
  });
  const all = (sql: string, parameters: readonly unknown[] = []): Promise<unknown[]> =>
    new Promise((resolve, reject) => {
      db.all(sql, parameters, (error: Error | null, rows: unknown[]) =>
        error ? reject(error) : resolve(rows),
      );
    });
  await all('PRAGMA journal_mode = WAL');
  await all(`CREATE VIRTUAL TABLE memories USING fts5 (text, tokenize = 'porter unicode61')`);
  const start = performance.now();
  for (let first = 0; first < corpus.size; first += BATCH) {
    const texts = Array.from(
      { length: Math.min(BATCH, corpus.size - first) },
      (_, i) => corpus.memory(first + i).draft.text,
    );
    const rows = texts.map(() => '(?)').join(',');
    await all(`INSERT INTO memories (text) VALUES ${rows}`, texts);
  }
  const seconds = (performance.now() - start) / 1000;
  say(`FTS5: filled in ${Math.round(seconds)} s`);
  const took: number[] = [];
  for (const question of questions) {
    const match = (wordsOf(question).match(WORDS) ?? []).map((word) => `"${word}"`).join(' OR ');
    const begun = performance.now();
    await all(
      `SELECT rowid FROM memories WHERE memories MATCH ? ORDER BY bm25(memories) LIMIT ${LIMIT}`,
      [match],
    );
    took.push(performance.now() - begun);
  }
  await new Promise<void>((resolve) => db.close(() => resolve()));
  await rm(path, { force: true });
  return {
    fts5_p50_ms: shown(quantile(took, 0.5)),
    fts5_p95_ms: shown(quantile(took, 0.95)),
  };
}

/** The same in Orama as it comes: its own index and tokenizer, full text. */
export async function plainOrama(corpus: Corpus, questions: readonly Question[]) {
  const db = create({ schema: { text: 'string' } as const });
  const texts = Array.from({ length: corpus.size }, (_, i) => ({
    text: corpus.memory(i).draft.text,
  }));
  await insertMultiple(db, texts);
  say('Orama as it comes: filled');
  const took: number[] = [];
  for (const question of questions) {
    const begun = performance.now();
    await search(db, { term: wordsOf(question), limit: LIMIT });
    took.push(performance.now() - begun);
  }
  return {
    orama_p50_ms: shown(quantile(took, 0.5)),
    orama_p95_ms: shown(quantile(took, 0.95)),
  };
}
