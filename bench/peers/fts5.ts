import sqlite from '@vscode/sqlite3';
import type { DataSet, Query } from '../recall/data-set';
import { Allowed, DEPTH, shownTexts, textsOf, type Answer, type Peer } from './peer';

const BATCH = 200;
const WORDS = /[\p{L}\p{N}_]+/gu;

/** SQLite's full-text search: any of the query's words, by its BM25, stemmed by its `porter`. */
export class Fts5 implements Peer {
  readonly name = 'SQLite FTS5';
  readonly version = sqlite.VERSION;
  readonly #db = new sqlite.Database(':memory:');
  #ids: string[] = [];
  #allowed: Allowed | undefined;
  #texts = new Map<string, string>();

  async load(set: DataSet): Promise<void> {
    this.#ids = set.documents.map(({ id }) => id);
    this.#allowed = new Allowed(set);
    this.#texts = textsOf(set);
    await this.#all(
      `CREATE VIRTUAL TABLE documents USING fts5 (text, team UNINDEXED, tokenize = 'porter unicode61')`,
    );
    for (let from = 0; from < set.documents.length; from += BATCH) {
      const rows = set.documents.slice(from, from + BATCH);
      await this.#all(
        `INSERT INTO documents (rowid, text, team) VALUES ${rows.map(() => '(?, ?, ?)').join(',')}`,
        rows.flatMap(({ text, group }, i) => [from + i + 1, text, group ?? '']),
      );
    }
  }

  async ask(query: Query): Promise<Answer> {
    const words = query.text.match(WORDS) ?? [];
    if (words.length === 0) return { ids: [], text: '' };
    const rows = await this.#all(
      `SELECT rowid FROM documents WHERE documents MATCH ? AND rowid <= ? AND team = ?
       ORDER BY bm25(documents) LIMIT ${DEPTH + 1}`,
      [
        words.map((word) => `"${word}"`).join(' OR '),
        this.#allowed?.end(query) ?? 0,
        query.group ?? '',
      ],
    );
    const ids = rows
      .map(({ rowid }) => this.#ids[Number(rowid) - 1] ?? '')
      .filter((id) => id !== query.self);
    return { ids, text: shownTexts(ids, this.#texts) };
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#db.close(() => resolve()));
  }

  #all(sql: string, parameters: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    return new Promise((resolve, reject) => {
      this.#db.all(sql, parameters, (error: Error | null, rows: Record<string, unknown>[]) =>
        error ? reject(error) : resolve(rows),
      );
    });
  }
}
