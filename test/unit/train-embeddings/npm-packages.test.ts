import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { NpmPackages } from '../../../tools/train-embeddings/npm-packages';

const folder = mkdtempSync(join(tmpdir(), 'mneme-npm-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function install(at: string, manifest: object): void {
  mkdirSync(join(folder, at), { recursive: true });
  writeFileSync(join(folder, at, 'package.json'), JSON.stringify(manifest));
}

test('Files are told apart by the licence of the package that they are of', () => {
  install('free', { name: 'free', version: '1.0.0', license: 'MIT' });
  install('free/esm', { type: 'module' });
  install('free/node_modules/bought', { name: 'bought', version: '2.0.0', license: 'SEE LICENSE' });
  install('@own/unsaid', { name: '@own/unsaid', version: '3.0.0' });
  install('@own/unsaid/node_modules/gift', { name: 'gift', version: '4.0.0', license: 'CC0-1.0' });
  install('noncommercial', { name: 'noncommercial', version: '5.0.0', license: 'CC-BY-NC-4.0' });
  install('.cache/kept', { name: 'kept', version: '6.0.0', license: 'MIT' });
  const npm = new NpmPackages(folder);
  expect(npm.free.map(({ name }) => name).sort()).toEqual(['free', 'gift']);
  const isFree = (path: string) => npm.isFree(join(folder, path));
  expect(isFree('free/README.md')).toBe(true);
  expect(isFree('free/esm/index.js')).toBe(true);
  expect(isFree('free/node_modules/bought/README.md')).toBe(false);
  expect(isFree('@own/unsaid/README.md')).toBe(false);
  expect(isFree('@own/unsaid/node_modules/gift/README.md')).toBe(true);
  expect(isFree('noncommercial/README.md')).toBe(false);
  expect(isFree('.cache/kept/README.md')).toBe(false);
  expect(isFree('README.md')).toBe(false);
});
