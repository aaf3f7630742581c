import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CodeTokenizer } from '../../../src/index/code-tokenizer';
import { SearchIndex } from '../../../src/index/search-index';
import { StaticEmbedder } from '../../../src/index/static-embedder';
import { outlineOf, type Outline } from '../../../src/index/text/outline';
import { systemClock } from '../../../src/memory/clock';
import { silentLog } from '../../../src/memory/log';
import { document } from './documents';

const TERMS = ['parser', 'retri', 'caroline', 'configfil', 'nowher', 'word'];
const TEXTS: Readonly<Record<string, string>> = {
  brief: 'Wow!',
  silent: '…',
  headline: `Retry the parser\n\n${'The parser retries. '.repeat(60)}`,
  label: 'Caroline: Have you read it? I have. Caroline has.',
  code: 'def parse(path):\n    return Parser(path)',
  long: `word ${'another word of a text that goes on '.repeat(80)} parser`,
  unbroken: `${'x'.repeat(900)} parser`,
  names: 'configFile and config_file: ConfigFile, aBcDeF',
};

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'mneme-outlines-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** As an index tells it, read from the text itself. */
function fromText(text: string): Outline<number> {
  const tokenizer = new CodeTokenizer();
  const { outline } = outlineOf(text, (part) => tokenizer.tokenize(part));
  return { ...outline, lead: Array.from(outline.lead, (term) => TERMS.indexOf(term)) };
}

function expectAll(index: SearchIndex): void {
  const outlines = index.outlines([...Object.keys(TEXTS), 'unknown'], TERMS);
  expect([...outlines.keys()].sort()).toEqual(Object.keys(TEXTS).sort());
  for (const [id, text] of Object.entries(TEXTS)) {
    expect(outlines.get(id), id).toEqual(fromText(text));
  }
}

test('an index tells of a text what the text itself does, in every tier and after a restart', async () => {
  const files = { folder, clock: systemClock, log: silentLog, hotLimit: 10 };
  const embedder = StaticEmbedder.wordless(16);
  const index = new SearchIndex({ embedder, files });
  await index.put([document('label', 'what it said before')]);
  await index.put(Object.entries(TEXTS).map(([id, text]) => document(id, text)));
  expectAll(index);

  // What is older lies in segments now.
  await index.put(Array.from({ length: 40 }, (_, at) => document(`more ${at}`, `parser ${at}`)));
  await index.idle();
  expectAll(index);

  await index.save({ store: 'store', revision: 1 });
  index.close();
  const restored = new SearchIndex({ embedder, files });
  expect(await restored.load({ store: 'store' })).toMatchObject({ restored: true });
  expectAll(restored);
  await restored.remove(['label']);
  expect(restored.outlines(['label', 'brief'], TERMS).size).toBe(1);
  restored.close();
});
