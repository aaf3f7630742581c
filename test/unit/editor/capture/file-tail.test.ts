import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readOn, type Bookmark } from '../../../../src/editor/capture/file-tail';

async function newFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mneme-tail-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'telemetry.jsonl');
  await writeFile(path, text);
  return path;
}

/** Reads on from where the last call ended. */
function reader(path: string): () => Promise<string[] | undefined> {
  let bookmark: Bookmark | undefined;
  return async () => {
    const found = await readOn(path, bookmark);
    bookmark = found?.bookmark ?? bookmark;
    return found?.lines;
  };
}

test('only what comes after the first look is read, line by line, each once', async () => {
  const path = await newFile('before\n');
  const read = reader(path);
  expect(await read()).toEqual([]);
  await appendFile(path, 'one\ntwo\nhal');
  expect(await read()).toEqual(['one', 'two']);
  expect(await read()).toEqual([]);
  await appendFile(path, 'f\n');
  expect(await read()).toEqual(['half']);
});

test('a file that was replaced or cut is read from its beginning', async () => {
  const path = await newFile('a first file\n');
  const read = reader(path);
  await read();
  await appendFile(path, 'more\n');
  expect(await read()).toEqual(['more']);
  await writeFile(path, 'new\n');
  expect(await read()).toEqual(['new']);
  await writeFile(path, 'another that is longer than what was there before\n');
  expect(await read()).toEqual(['another that is longer than what was there before']);
});

test('much is read in parts, and an endless line is passed over', async () => {
  const path = await newFile('x\n');
  const read = reader(path);
  await read();
  await appendFile(path, `${'y'.repeat(300_000)}\nafter\n`);
  expect(await read()).toEqual([]);
  const rest = await read();
  expect(rest?.at(-1)).toBe('after');
  expect(rest?.every((line) => line.length < 50_000)).toBe(true);
});

test('no file is no error', async () => {
  const path = await newFile('');
  await rm(path);
  const read = reader(path);
  expect(await read()).toBeUndefined();
  await writeFile(path, 'late\n');
  expect(await read()).toEqual([]);
});
