// Assembles src/index/vectors/kernel.wat into the module beside it: `node scripts/assemble.mjs`.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

const FOLDER = new URL('../src/index/vectors/', import.meta.url);

/** @returns {Promise<string>} the TypeScript module that holds the assembled kernel */
export async function kernelBinary() {
  const source = await readFile(new URL('kernel.wat', FOLDER), 'utf8');
  const { parseWat } = await wabt();
  const parsed = parseWat('kernel.wat', source, { simd: true });
  parsed.validate();
  const base64 = Buffer.from(parsed.toBinary({}).buffer).toString('base64');
  const lines = base64.match(/.{1,92}/g) ?? [];
  return [
    '/** `kernel.wat`, assembled by `node scripts/assemble.mjs`, in base64. */',
    'export const KERNEL =',
    `${lines.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL('kernel-binary.ts', FOLDER), await kernelBinary());
}
