// Makes the VSIX for this platform (SQLite's binary is compiled here) and looks at what is in it.
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { vsixPath } from './vsix-path.mjs';

const LIMIT_MB = 15;
const SHIPPED =
  /^(dist|media|l10n)\/|^(package(\.nls.*)?\.json|readme\.md|changelog\.md|license(\.txt|\.md)?)$/i;
const NEVER = /\.(ts|mts|map|vsix|db|sqlite)$|(^|\/)(test|src|node_modules)\//;

/** @param {string[]} args */
const vsce = (...args) =>
  execFileSync(process.execPath, ['node_modules/@vscode/vsce/vsce', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

const target = `${process.platform}-${process.arch}`;
const vsix = vsixPath();

vsce(
  'package',
  '--target',
  target,
  '--no-dependencies',
  '--allow-missing-repository',
  '--out',
  vsix,
);

const files = vsce('ls', '--no-dependencies').trim().split('\n');
const strays = files.filter((file) => !SHIPPED.test(file) || NEVER.test(file));
const megabytes = statSync(vsix).size / 2 ** 20;
console.log(`${basename(vsix)}: ${files.length} files, ${megabytes.toFixed(1)} MB`);
if (strays.length > 0) throw new Error(`not to be shipped: ${strays.join(', ')}`);
if (!files.some((file) => file.endsWith('.node'))) throw new Error('SQLite is missing from it');
if (!files.includes('dist/THIRD-PARTY-NOTICES.txt')) throw new Error('the licences are missing');
if (megabytes > LIMIT_MB) throw new Error(`over ${LIMIT_MB} MB`);
