// Whose code is in the bundles, and under which terms: dist/THIRD-PARTY-NOTICES.txt.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Licences that let us ship the code for the price of naming it. */
const PERMISSIVE = new Set([
  ...['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'CC0-1.0'],
  ...['CC-BY-4.0', 'BlueOak-1.0.0', 'Unlicense', 'Python-2.0'],
]);
const TEXTS = /^(?:licen[cs]e|copying|unlicense|notices?|copyright\w*)(?:[-.].*)?$/i;
const MODULES = 'node_modules/';

/** What is compiled into a package's binary, where no bundler sees it. */
const COMPILED_IN = new Map([['@vscode/sqlite3', ['node-addon-api']]]);

/**
 * Holders of MIT packages that come without their licence's text: either the package leaves it out,
 * or another carries the code within its own bundle.
 */
const HOLDERS = new Map([
  ['@ast-grep/wasm', '2022 Herrington Darkholme'],
  ['@microsoft/fast-element', 'Microsoft Corporation'],
  ['@microsoft/fast-foundation', 'Microsoft Corporation'],
  ['@microsoft/fast-web-utilities', 'Microsoft Corporation'],
  ['@textlint/regexp-string-matcher', 'azu'],
  ['escape-string-regexp', 'Sindre Sorhus <sindresorhus@gmail.com> (https://sindresorhus.com)'],
  ['imurmurhash', 'Jens Taylor <jensyt@gmail.com> (https://github.com/homebrewing)'],
  ['lodash.sortby', 'jQuery Foundation and other contributors <https://jquery.org/>'],
  ['lodash.uniq', 'jQuery Foundation and other contributors <https://jquery.org/>'],
  ['lodash.uniqwith', 'jQuery Foundation and other contributors <https://jquery.org/>'],
  ['punycode', 'Mathias Bynens <https://mathiasbynens.be/>'],
  ['natural-compare', 'Lauri Rooden (https://github.com/litejs/natural-compare-lite)'],
]);

/** The parsers that VS Code's builds of tree-sitter hold, all MIT, with their holders. */
const PARSERS = new Map([
  ['tree-sitter', '2018 Max Brunsfeld'],
  ['tree-sitter-bash', '2017 Max Brunsfeld'],
  ['tree-sitter-c-sharp', '2014-2023 Max Brunsfeld, Damien Guard, Amaan Qureshi, and contributors'],
  ['tree-sitter-css', '2018 Max Brunsfeld'],
  ['tree-sitter-go', '2014 Max Brunsfeld'],
  ['tree-sitter-java', '2017 Ayman Nadeem'],
  ['tree-sitter-javascript', '2014 Max Brunsfeld'],
  ['tree-sitter-python', '2016 Max Brunsfeld'],
  ['tree-sitter-rust', '2017 Maxim Sokolov'],
  ['tree-sitter-typescript', '2017 Max Brunsfeld'],
]);
const PARSERS_PACKAGE = '@vscode/tree-sitter-wasm';

/** Packages whose files ship as they are, past the bundler. */
const COPIED = [PARSERS_PACKAGE, 'tree-sitter-html'];

/**
 * One package whose code ships.
 * @typedef {{ name: string, version: string, licence: string, text: string }} Notice
 */

/**
 * The notices of all packages that esbuild put into the bundles.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {Promise<string>}
 * @throws when a package's licence is missing or not permissive: then it cannot ship
 */
export async function notices(metafiles) {
  const files = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([file, { bytesInOutput }]) =>
        bytesInOutput > 0 && file.includes(MODULES) ? [resolve(file)] : [],
      ),
    ),
  );
  const folders = new Set([
    ...files.map(folderOf),
    ...COPIED.map((name) => resolve(MODULES, name)),
  ]);
  const found = [...(await Promise.all([...folders].map(noticesOf))).flat()];
  for (const file of files) found.push(...(await carriedBy(file)));
  const each = new Map(found.map((notice) => [`${notice.name} ${notice.version}`, notice]));
  return `${[INTRODUCTION, ...[...each.values()].sort(byName).map(told)].join(RULE)}\n`;
}

const RULE = `\n\n${'='.repeat(80)}\n\n`;
const INTRODUCTION = `Mneme is made with the work of others. The code of the packages below is part of what it ships,
each under its own terms, which follow.`;

/** @param {Notice} notice */
function told({ name, version, licence, text }) {
  return `${[name, version].filter(Boolean).join(' ')} (${licence})\n\n${text.trim()}`;
}

/**
 * @param {Notice} a
 * @param {Notice} b
 */
function byName(a, b) {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1;
}

/** @param {string} file within a package */
function folderOf(file) {
  const [root, path] = split(file);
  return root + nameIn(path);
}

/**
 * @param {string} file
 * @returns {[string, string]}
 */
function split(file) {
  const slashed = file.replaceAll('\\', '/');
  const at = slashed.lastIndexOf(MODULES) + MODULES.length;
  return [slashed.slice(0, at), slashed.slice(at)];
}

/** @param {string} path after `node_modules/` */
function nameIn(path) {
  return path.split('/', path.startsWith('@') ? 2 : 1).join('/');
}

/**
 * A package's notice, and those of what is compiled into it.
 * @param {string} folder
 * @returns {Promise<Notice[]>}
 */
async function noticesOf(folder) {
  const { name, version, license } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  if (!isPermissive(license)) {
    throw new Error(`${name} ${version} cannot ship: its licence is ${license ?? 'not named'}`);
  }
  const files = (await readdir(folder)).filter((file) => TEXTS.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const text = texts.map((one) =>
    one
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n')
      .trim(),
  );
  if (!files.some((file) => /^(?:licen|copying|unlicen)/i.test(file))) {
    text.unshift((await inReadme(folder)) ?? standing(name, license));
  }
  const notice = { name, version, licence: license, text: text.join('\n\n---\n\n') };
  const inner = (COMPILED_IN.get(name) ?? []).map((part) =>
    noticesOf(
      [join(folder, MODULES, part), join(folder, '..', '..', part)].find(existsSync) ?? part,
    ),
  );
  const sqlite = name === '@vscode/sqlite3' ? [await sqliteNotice(folder)] : [];
  const parsers = name === PARSERS_PACKAGE ? [...PARSERS].map(parserNotice) : [];
  return [notice, ...(await Promise.all(inner)).flat(), ...sqlite, ...parsers];
}

/** @param {unknown} licence an SPDX expression: one licence, or some with AND or OR between */
export function isPermissive(licence) {
  if (typeof licence !== 'string') return false;
  const choices = licence.replace(/^\((.*)\)$/, '$1').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((one) => PERMISSIVE.has(one)));
}

/**
 * The terms as some packages have them: at the end of what they say of themselves.
 * @param {string} folder
 */
async function inReadme(folder) {
  const file = join(folder, 'README.md');
  const text = existsSync(file) ? await readFile(file, 'utf8') : '';
  const section = text.split(/^#+ Licen[cs]e\s*$/im)[1]?.split(/^#/m)[0];
  return section !== undefined && /Redistribution and use|Permission is hereby/.test(section)
    ? section.trim()
    : undefined;
}

/**
 * The text of a licence that does not come with its package.
 * @param {string} name
 * @param {string} licence
 */
function standing(name, licence) {
  const holder = HOLDERS.get(name);
  if (licence !== 'MIT' || holder === undefined) {
    throw new Error(`${name} cannot ship: the text of its licence (${licence}) is missing`);
  }
  return mit(holder);
}

/**
 * What other packages a bundled file carries within it: its source map names them.
 * @param {string} file
 * @returns {Promise<Notice[]>}
 */
async function carriedBy(file) {
  if (!existsSync(`${file}.map`)) return [];
  const { sources } = JSON.parse(await readFile(`${file}.map`, 'utf8'));
  const names = /** @type {string[]} */ (sources)
    .filter((source) => source.includes(MODULES))
    .map((source) => nameIn(split(source)[1]));
  const [root, path] = split(file);
  const by = nameIn(path);
  const carried = [...new Set(names)].map(async (name) =>
    // Where it is installed too, it says its terms itself.
    existsSync(join(root, name, 'package.json'))
      ? noticesOf(join(root, name))
      : [{ name, version: '', licence: `MIT, within ${by}`, text: standing(name, 'MIT') }],
  );
  return (await Promise.all(carried)).flat();
}

/**
 * SQLite, whose source the binary was compiled from.
 * @param {string} folder
 * @returns {Promise<Notice>}
 */
async function sqliteNotice(folder) {
  const settings = await readFile(join(folder, 'deps', 'common-sqlite.gypi'), 'utf8');
  const number = Number(/'sqlite_version%':\s*'(\d+)'/.exec(settings)?.[1]);
  if (Number.isNaN(number)) throw new Error(`${folder} no longer says which SQLite it holds`);
  const version = [1e6, 1e4, 100].map((unit) => Math.floor(number / unit) % 100).join('.');
  return {
    name: 'SQLite',
    version,
    licence: 'public domain',
    text: 'SQLite is in the public domain: https://www.sqlite.org/copyright.html',
  };
}

/**
 * @param {[string, string]} parser
 * @returns {Notice}
 */
function parserNotice([name, holder]) {
  return { name, version: '', licence: `MIT, within ${PARSERS_PACKAGE}`, text: mit(holder) };
}

/** @param {string} holder */
function mit(holder) {
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
