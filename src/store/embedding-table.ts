import { createHash } from 'node:crypto';
import { insertRows, listOf } from './bulk';
import type { Connection } from './connection';

/** Hex digits of a text's SHA-256 that name its vector: 128 bits. */
const HASH_DIGITS = 32;
/** Vectors are kept as signed bytes, scaled so that the greatest component is this. */
const STEPS = 127;

/** A text and the vector, of length 1, that an embedder gave for it. */
export interface Embedding {
  readonly text: string;
  readonly vector: Float32Array;
}

/** How long the vectors of an embedder that is no longer used stay, and how many bytes there may be. */
export interface EmbeddingLimits {
  /** Milliseconds since 1970: embedders used last before this go with all their vectors. */
  readonly usedSince: number;
  readonly bytes: number;
}

/** The length of an embedder's vectors; `undefined` where none of its vectors was ever kept. */
export async function embeddingDimensions(
  connection: Connection,
  embedder: string,
): Promise<number | undefined> {
  const row = await connection.first('SELECT dimensions FROM embedders WHERE name = ?', [embedder]);
  return row && Number(row['dimensions']);
}

/** The vectors that are kept for these texts, in their order, to a part in 127 of what they were. */
export async function embeddingsOf(
  connection: Connection,
  embedder: string,
  texts: readonly string[],
): Promise<(Float32Array | undefined)[]> {
  const hashes = texts.map(hashOf);
  const rows = await connection.all(
    `SELECT e.hash, e.vector FROM embeddings e JOIN embedders d ON d.key = e.embedder
     WHERE e.hash IN (SELECT value FROM json_each(?)) AND d.name = ?`,
    [listOf(hashes), embedder],
  );
  const vectors = new Map(rows.map((row) => [row['hash'], row['vector']]));
  return hashes.map((hash) => {
    const bytes = vectors.get(hash);
    return bytes instanceof Uint8Array ? unpacked(bytes) : undefined;
  });
}

/** Keeps vectors, in place of those that are there for the same texts. */
export async function insertEmbeddings(
  connection: Connection,
  embedder: string,
  embeddings: readonly Embedding[],
  now: number,
): Promise<void> {
  const dimensions = embeddings[0]?.vector.length;
  if (dimensions === undefined) return;
  await connection.all(
    `INSERT INTO embedders (name, dimensions, used_at) VALUES (?1, ?2, ?3)
     ON CONFLICT (name) DO UPDATE SET dimensions = ?2, used_at = ?3`,
    [embedder, dimensions, now],
  );
  const key = (await connection.first('SELECT key FROM embedders WHERE name = ?', [embedder]))?.[
    'key'
  ];
  await insertRows(
    connection,
    'INSERT OR REPLACE INTO embeddings (embedder, hash, vector)',
    embeddings.map(({ text, vector }) => [key ?? null, hashOf(text), packed(vector)]),
  );
}

/** Removes whatever any embedder gave for these texts. */
export async function removeEmbeddings(
  connection: Connection,
  texts: readonly string[],
): Promise<void> {
  await connection.all('DELETE FROM embeddings WHERE hash IN (SELECT value FROM json_each(?))', [
    listOf(texts.map(hashOf)),
  ]);
}

/** Lets go of embedders out of use, and of the oldest vectors beyond the room there is. */
export async function pruneEmbeddings(
  connection: Connection,
  { usedSince, bytes }: EmbeddingLimits,
): Promise<void> {
  await connection.all('DELETE FROM embedders WHERE used_at < ?', [usedSince]);
  await connection.all(
    `DELETE FROM embeddings WHERE key IN (
       SELECT key FROM (
         SELECT e.key, sum(d.dimensions) OVER (ORDER BY e.key DESC) AS taken
         FROM embeddings e JOIN embedders d ON d.key = e.embedder)
       WHERE taken > ?)`,
    [bytes],
  );
}

/** Notes that an embedder is in use. */
export async function touchEmbedder(
  connection: Connection,
  embedder: string,
  now: number,
): Promise<void> {
  await connection.all('UPDATE embedders SET used_at = ? WHERE name = ?', [now, embedder]);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS);
}

function packed(vector: Float32Array): Uint8Array {
  const most = vector.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0);
  const bytes = Buffer.alloc(vector.length);
  if (most === 0) return bytes;
  vector.forEach((value, at) => bytes.writeInt8(Math.round((value / most) * STEPS), at));
  return bytes;
}

function unpacked(bytes: Uint8Array): Float32Array {
  const steps = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = Math.sqrt(steps.reduce((sum, step) => sum + step * step, 0));
  return Float32Array.from(steps, (step) => (length === 0 ? 0 : step / length));
}
