import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';
import { HumanError } from '../../src/memory/human-error';

const CORPUS = 'corpus.jsonl.gz';
const QUERIES = 'queries.jsonl.gz';

const Document = z.object({
  id: z.string(),
  text: z.string(),
  /** Seconds since 1970, or words. */
  time: z.union([z.number(), z.string()]).optional(),
  group: z.string().optional(),
  session: z.string().optional(),
  files: z.array(z.string()).optional(),
});
export type Document = z.infer<typeof Document>;

const Query = z.object({
  id: z.string(),
  text: z.string(),
  /** Ids of the documents that answer it. */
  relevant: z.array(z.string()).min(1),
  /** Only documents of the same group may be retrieved. */
  group: z.string().optional(),
  category: z.union([z.string(), z.number()]).transform(String).optional(),
  /** Only documents that stand before this one may be retrieved. */
  before: z.string().optional(),
  /** Its own document, to be left out. */
  self: z.string().optional(),
  files: z.array(z.string()).optional(),
});
export type Query = z.infer<typeof Query>;

/** Documents in the order in which they came to be, and questions to them. */
export type DataSet = { name: string; documents: Document[]; queries: Query[] };

/** The sets at a path: a set's own folder, or a folder of sets, in the order of their names. */
export async function setFolders(path: string): Promise<string[]> {
  const folder = resolve(path);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new HumanError(`There is no folder ${folder}.`, 'Give the folder of a set or of sets.');
  });
  if (entries.some(({ name }) => name === CORPUS)) return [folder];
  const sets: string[] = [];
  for (const { name } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(folder, name);
    const files = await readdir(inner).catch((): string[] => []);
    if (files.includes(CORPUS) && files.includes(QUERIES)) sets.push(inner);
  }
  if (sets.length > 0) return sets;
  throw new HumanError(
    `There is no set in ${folder}.`,
    `A set is a folder with ${CORPUS} and ${QUERIES}.`,
  );
}

/** Reads a set; a line that is not as it should be is a `HumanError` that names it. */
export async function readSet(folder: string): Promise<DataSet> {
  const documents = await readLines(join(folder, CORPUS), Document);
  const queries = await readLines(join(folder, QUERIES), Query);
  const known = new Set(documents.map(({ id }) => id));
  for (const { id, before } of queries) {
    if (before === undefined || known.has(before)) continue;
    throw new HumanError(
      `Query ${id} of ${folder} stands before ${before}.`,
      `That document has to be in ${CORPUS}.`,
    );
  }
  return { name: basename(folder), documents, queries };
}

async function readLines<T>(path: string, type: z.ZodType<T>): Promise<T[]> {
  const text = await readFile(path)
    .then((packed) => promisify(gunzip)(packed))
    .catch((error: unknown) => {
      throw new HumanError(
        `${path} cannot be read: ${String(error)}`,
        'It has to be gzipped text.',
      );
    });
  const lines = text.toString('utf8').split('\n');
  return lines.flatMap((line, at) =>
    line.trim() === '' ? [] : [parsed(line, type, path, at + 1)],
  );
}

function parsed<T>(line: string, type: z.ZodType<T>, path: string, number: number): T {
  try {
    return type.parse(JSON.parse(line));
  } catch (error) {
    const what = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new HumanError(`${path}, line ${number}: ${what}`, 'See the format of the sets.');
  }
}
