import { describe, expect, it } from 'vitest';
import { importedPackages } from '../../../../src/learning/repository/imported-packages';
import { parsePatchLog, unquote } from '../../../../src/learning/repository/patch-log';
import { SourceFolders } from '../../../../src/learning/repository/source-folders';
import { declaredName, symbolsOf } from '../../../../src/learning/repository/symbol-name';

const SHA = 'a'.repeat(40);

async function parse(text: string) {
  const lines = (async function* () {
    yield* await Promise.resolve(text.split('\n'));
  })();
  const found = [];
  for await (const commit of parsePatchLog(lines)) found.push(commit);
  return found;
}

describe('parsePatchLog', () => {
  it('reads hunks by their counts, so that content is never taken for a head', async () => {
    const text = [
      `\u0001${SHA}`,
      '',
      'diff --git a/a b.js b/a b.js',
      'index 1..2 100644',
      '--- a/a b.js\t',
      '+++ b/a b.js\t',
      '@@ -3,2 +3 @@ function foo(a) {',
      '--- a/evil.js',
      `-\u0001${SHA}`,
      '+++ b/evil.js',
      '@@ -9 +8,0 @@',
      '-gone',
      '\\ No newline at end of file',
      'diff --git a/old.js b/new.js',
      'similarity index 100%',
      'rename from old.js',
      'rename to "n\\303\\274\\n.js"',
      `\u0001${SHA.replaceAll('a', 'b')}`,
    ].join('\n');
    expect(await parse(text)).toEqual([
      {
        sha: SHA,
        files: [
          {
            path: 'a b.js',
            hunks: [
              {
                context: 'function foo(a) {',
                removed: ['-- a/evil.js', `\u0001${SHA}`],
                added: ['++ b/evil.js'],
              },
              { context: '', removed: ['gone'], added: [] },
            ],
          },
          { path: 'nü\n.js', from: 'old.js', hunks: [] },
        ],
      },
      { sha: SHA.replaceAll('a', 'b'), files: [] },
    ]);
  });

  it('undoes quoting', () => {
    expect(unquote(String.raw`"a\"b\\c\td"`)).toBe('a"b\\c\td');
    expect(unquote('plain')).toBe('plain');
  });
});

describe('declaredName', () => {
  it.each([
    ['script', 'export default async function* run(x) {', 'run'],
    ['script', 'export class Store<T> extends Base {', 'Store'],
    ['script', 'const load = async (path) => {', 'load'],
    ['script', '  private async readAll(path: string): Promise<void> {', 'readAll'],
    ['script', '  create(context) {', 'create'],
    ['script', 'Foo.prototype.bar = function () {', 'bar'],
    ['script', 'export type Id = string;', 'Id'],
    ['python', '    async def fetch(self):', 'fetch'],
    ['go', 'func (s *Store) Get(key string) error {', 'Get'],
    ['rust', 'pub(crate) async fn poll<T>(x: T) {', 'poll'],
    ['rust', 'impl<T> Display for Wrapper<T> {', 'Wrapper'],
    ['java', '    public static final Map<String, List<A>> group(List<A> all) {', 'group'],
    ['csharp', '    protected override async Task<int> RunAsync() {', 'RunAsync'],
    ['cpp', 'static int rte_eth_dev_start(uint16_t port)', 'rte_eth_dev_start'],
    ['ruby', '  def self.empty?', 'empty?'],
    ['php', '    public static function make(array $a)', 'make'],
  ] as const)('%s: %s', (family, line, name) => {
    expect(declaredName(line, family)).toBe(name);
  });

  it.each([
    ['script', '    if (ready) {'],
    ['script', 'it("does it", () => {'],
    ['script', '    foo(bar);'],
    ['script', '  } catch (error) {'],
    ['cpp', '  return foo(bar);'],
    ['java', '    for (int i = 0; i < n; i++) {'],
  ] as const)('%s: nothing in %s', (family, line) => {
    expect(declaredName(line, family)).toBeUndefined();
  });
});

describe('symbolsOf', () => {
  it('names the function around a change', () => {
    const hunk = { context: 'function foo(a) {', removed: ['  x();'], added: ['  y();'] };
    expect(symbolsOf(hunk, 'script')).toEqual(['foo']);
  });

  it('names a new function and not the one that stands before it', () => {
    const hunk = {
      context: 'function foo(a) {',
      removed: [],
      added: ['', 'function bar() {', '}'],
    };
    expect(symbolsOf(hunk, 'script')).toEqual(['bar']);
  });
});

describe('importedPackages', () => {
  const known = new Set([
    'lodash',
    '@scope/kit',
    'python-dateutil',
    'python_x',
    'serde-json',
    'gin.org/gin',
  ]);
  const found = (path: string, ...lines: string[]) =>
    importedPackages(lines, path, (name) => known.has(name));

  it('finds packages behind imports, and only those that are known', () => {
    expect(
      found('a.ts', "import x from 'lodash/fp';", "const y = require('@scope/kit/a/b')"),
    ).toEqual(['lodash', '@scope/kit']);
    expect(found('a.ts', "import './lodash'", "import fs from 'node:fs'", 'lodash()')).toEqual([]);
    expect(found('a.py', 'from python_dateutil.parser import parse')).toEqual(['python-dateutil']);
    expect(found('a.rs', 'use serde_json::Value;')).toEqual(['serde-json']);
    expect(found('a.go', '\t"gin.org/gin/binding"')).toEqual(['gin.org/gin']);
  });
});

describe('SourceFolders', () => {
  it('names the folders of sources, two parts deep', () => {
    const folders = new SourceFolders();
    for (const path of [
      'lib/rules/a.js',
      'lib/rules/x/b.js',
      'lib/c.js',
      'd.js',
      'test/e.js',
      'f.md',
    ]) {
      folders.add(path);
    }
    expect(folders.pathspec()).toEqual([
      ':(top,literal)lib/rules/',
      ':(top,literal)lib/',
      ':(top,glob)*',
    ]);
  });
});
