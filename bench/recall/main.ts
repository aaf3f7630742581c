import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { HumanError } from '../../src/memory/human-error';
import { readSet, setFolders } from './data-set';
import { evaluate } from './evaluation';
import { SPLITS } from './sampling';

const ON_OFF = z.enum(['on', 'off']);
const Options = z.object({
  data: z.string({ error: 'Say where the sets are: --data DIR.' }),
  /** The table of word vectors. */
  words: z.string(),
  graph: ON_OFF.default('on'),
  vectors: ON_OFF.default('on'),
  session: z.boolean().default(false),
  split: z.enum(SPLITS).default('all'),
  queries: z.coerce.number().int().positive().default(Number.MAX_SAFE_INTEGER),
  /** A set, or sets, whose queries have no answer here: how many packs stay empty is told too. */
  foreign: z.string().optional(),
  /** A file to write every candidate's features to, for fitting the weights. */
  features: z.string().optional(),
  /** Tells of so many queries, on stderr, why what came came. */
  explain: z.coerce.number().int().min(0).default(0),
});

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      words: { type: 'string' },
      graph: { type: 'string' },
      vectors: { type: 'string' },
      session: { type: 'boolean' },
      split: { type: 'string' },
      queries: { type: 'string' },
      foreign: { type: 'string' },
      explain: { type: 'string' },
      features: { type: 'string' },
    },
  });
  const options = Options.parse(values);
  const folders = await setFolders(options.data);
  const strangers =
    options.foreign === undefined
      ? []
      : await Promise.all((await setFolders(options.foreign)).map(readSet));
  for (const folder of folders) {
    const set = await readSet(folder);
    const home = await mkdtemp(join(tmpdir(), 'mneme-bench-home-'));
    process.env['MNEME_HOME'] = home;
    try {
      const result = await evaluate(set, {
        ...options,
        without: new Set([
          ...(options.graph === 'off' ? (['graph'] as const) : []),
          ...(options.vectors === 'off' ? (['vectors'] as const) : []),
        ]),
        strangers: strangers.filter(({ name }) => name !== set.name),
        note: (line) => process.stderr.write(`${line}\n`),
      });
      process.stdout.write(`${JSON.stringify(result)}\n`);
    } finally {
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}

main().catch((error: unknown) => {
  const said =
    error instanceof HumanError
      ? error.message
      : error instanceof z.ZodError
        ? z.prettifyError(error)
        : error instanceof TypeError && 'code' in error
          ? error.message
          : error;
  console.error(said);
  process.exitCode = 1;
});
