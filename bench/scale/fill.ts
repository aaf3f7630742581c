import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Engine } from './engine';

/** Milliseconds for which nothing is written once an engine has saved what it keeps. */
const QUIET = 3000;

/**
 * Has an engine fill its index from the store, from nothing, and save it. Where that was done before
 * the index stands already.
 *
 * @returns the seconds that filling took
 */
export async function fillIndex(folder: string, start: () => Engine): Promise<number> {
  const receipt = join(folder, 'filled.json');
  const before = await readFile(receipt, 'utf8').catch(() => undefined);
  if (before !== undefined) return z.number().parse(JSON.parse(before));
  const engine = start();
  const seconds = (await engine.indexed()) / 1000;
  for (let size = -1, now = await written(folder); now !== size;) {
    size = now;
    await new Promise((resolve) => setTimeout(resolve, QUIET));
    now = await written(folder);
  }
  await engine.close();
  await writeFile(receipt, JSON.stringify(seconds));
  return seconds;
}

async function written(folder: string): Promise<number> {
  let total = 0;
  for (const name of await readdir(folder, { recursive: true })) {
    // A file that is gone between these two was a temporary one.
    total += await stat(join(folder, name)).then(
      ({ size, mtimeMs }) => size + mtimeMs,
      () => 0,
    );
  }
  return total;
}
