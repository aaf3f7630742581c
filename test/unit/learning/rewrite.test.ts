import { describe, expect, it } from 'vitest';
import { classOf } from '../../../src/learning/correction-class';
import { readRewrite } from '../../../src/learning/rewrite';
import type { SignalOf } from '../../../src/memory/signal';
import { grammarOf } from './grammar';
import { signal } from './samples';

const parse = await grammarOf('typescript');

type Fields = Partial<SignalOf<'rewritten'>>;

const read = (before: string, after: string, fields: Fields = {}) =>
  readRewrite(
    signal('rewritten', { before, after, context: after, ...fields }),
    'language' in fields ? {} : { parse },
  );

describe('a correction is bounded to what has a meaning', () => {
  it.each<[string, string, string, string, string]>([
    [
      'const u = fetchUser(id);',
      'const u = await fetchUser(id);',
      'fetchUser(id)',
      'await fetchUser(id)',
      'logic',
    ],
    [
      'const r = axios.get(url, { timeout: 5 });',
      'const r = http.get(url, { timeout: 5 });',
      'axios.get',
      'http.get',
      'API choice',
    ],
    ['list.push(x);', 'list.append(x);', 'list.push', 'list.append', 'API choice'],
    [
      'new Buffer(5);\nnew Buffer([1]);',
      'Buffer.alloc(5);\nBuffer.alloc([1]);',
      'new Buffer(5)',
      'Buffer.alloc(5)',
      'API choice',
    ],
    [
      "import { get } from 'axios';",
      "import { get } from '../http';",
      "import { get } from 'axios';",
      "import { get } from '../http';",
      'import path',
    ],
    [
      "const fs = require('fs');",
      "const fs = require('node:fs');",
      "require('fs')",
      "require('node:fs')",
      'import path',
    ],
    ['let user_name = read();', 'let userName = read();', 'user_name', 'userName', 'naming'],
    ['var x = 1;', 'const x = 1;', 'var x = 1;', 'const x = 1;', 'style'],
    ['if (a == null) return;', 'if (a === null) return;', 'a == null', 'a === null', 'style'],
    [
      'function f(x: any) { return x; }',
      'function f(x: unknown) { return x; }',
      'x: any',
      'x: unknown',
      'type',
    ],
    [
      'const n = parseInt(x);\nreturn n;',
      'const n = parseInt(x, 10);\nreturn n;',
      'parseInt(x)',
      'parseInt(x, 10)',
      'logic',
    ],
    ['return user.name;', 'return user?.name;', 'user.name', 'user?.name', 'logic'],
    [
      'if (!ok) throw "bad";',
      'if (!ok) throw new Error("bad");',
      'throw "bad";',
      'throw new Error("bad");',
      'logic',
    ],
    [
      'items.forEach(i => sum += i.price)',
      'for (const i of items) sum += i.price',
      'items.forEach(i => sum += i.price)',
      'for (const i of items) sum += i.price',
      'API choice',
    ],
    ['start();\nconsole.log(x);\nstop();', 'start();\nstop();', 'console.log(x);', '', 'removed'],
    [
      'for (let i = 0; i <= n; i++) {}',
      'for (let i = 0; i < n; i++) {}',
      'i <= n',
      'i < n',
      'logic',
    ],
  ])('%j → %j', (before, after, was, is, kind) => {
    const reading = read(before, after);
    expect(reading).toMatchObject({ correction: { before: was, after: is } });
    if ('correction' in reading) expect(classOf(reading.correction)).toBe(kind);
  });

  it('works in other languages', () => {
    const python = read(
      'total = sum(x for x in xs) # fast\nprint(total)',
      'total = math.fsum(x for x in xs)\nprint(total)',
      { language: 'python', file: 'a.py' },
    );
    expect(python).toMatchObject({ correction: { before: 'sum(', after: 'math.fsum(' } });
    const go = read('x := ioutil.ReadAll(r)', 'x := io.ReadAll(r)', {
      language: 'go',
      file: 'a.go',
    });
    expect(go).toMatchObject({ correction: { before: 'ioutil.ReadAll(', after: 'io.ReadAll(' } });
  });

  it('takes the change that was made most often', () => {
    const reading = read(
      'const a = 1;\nlog.warn(a);\nfoo(x).then(b);\nlog.warn(c);',
      'let a = 1;\nlogger.warn(a);\nfoo(x).then(b);\nlogger.warn(c);',
    );
    expect(reading).toMatchObject({ correction: { after: 'logger.warn', times: 2 } });
  });

  it('takes the change that cured a diagnostic before any other, and says where it stands', () => {
    const cured = [
      { severity: 'error' as const, message: "Cannot find name 'fetchAll'.", line: 12 },
    ];
    const reading = read(
      'const a = one();\nlog.warn(a);\nconst b = fetchAll();\nlog.warn(b);',
      'const a = one();\nlogger.warn(a);\nconst b = loadAll();\nlogger.warn(b);',
      { cured, line: 10 },
    );
    expect(reading).toMatchObject({ correction: { after: 'loadAll', lineOffset: 2 } });
  });

  it('shows a small rewrite as a whole when it cured something and can not be narrowed down', () => {
    const before = 'get name() {\n  use(this);\n}';
    const after = 'get name() {\n  use(this);\n  return this.first;\n}';
    expect(read(before, after)).toEqual({ none: 'growth' });
    const cured = [{ severity: 'error' as const, message: 'Expected to return a value.', line: 1 }];
    expect(read(before, after, { cured })).toMatchObject({ correction: { before, after } });
  });

  it('finds the correction beside what was typed on in its own lines', () => {
    const reading = read(
      'const r = axios.get(url);\nreturn r;',
      'const r = http.get(url);\nconst s = check(r);\nreturn r;',
    );
    expect(reading).toMatchObject({ correction: { before: 'axios.get', after: 'http.get' } });
  });
});

describe('no correction', () => {
  const body = 'function total(items) {\n  return items.reduce((sum, i) => sum + i.price, 0);\n}';

  it.each<[string, string, string, string, Fields?]>([
    ['nothing changed', body, body, 'unchanged'],
    ['spacing', body, body.replace(/\n\s*/g, ' '), 'formatting'],
    [
      'a formatter: quotes, semicolons, trailing commas',
      `f("a", [1, 2,]);\ng((x) => x)`,
      `f('a', [1, 2])\ng(x => x)`,
      'formatting',
    ],
    [
      'a formatter: lines and brackets',
      'const a = (b && c) || d;',
      'const a =\n  b && c ||\n  d',
      'formatting',
    ],
    ['quotes around keys', 'x = { "a": 1 }', 'x = { a: 1 }', 'formatting'],
    ['comments alone', body, `// Sums it up.\n${body}`, 'comments'],
    ['a comment reworded', '// one\nrun();', '// another\nrun();', 'comments'],
    ['typing on at the end', 'return items', 'return items.filter(Boolean).length;', 'growth'],
    ['typing on within a word', 'return ite', 'return items;', 'growth'],
    ['typing on within a string', "say('hel", "say('hello');", 'growth'],
    ['new lines at the end', body, `${body}\n\nfunction more() {\n  return 1;\n}`, 'growth'],
    ['new lines within', 'open();\nclose();', 'open();\nwrite(a, b);\nclose();', 'growth'],
    ['one more member of a list', 'const a = [1, 2];', 'const a = [1, 2, 3];', 'growth'],
    ['one more import', "import { a } from 'b';", "import { a, c } from 'b';", 'growth'],
    ['one more parameter', 'function f(a) {\n  g();\n}', 'function f(a, b) {\n  g();\n}', 'growth'],
    ['another number', 'setTimeout(f, 100);', 'setTimeout(f, 250);', 'values'],
    ['another text for people', 'say("Hello there");', 'say("Good morning, you");', 'values'],
    [
      'a rename of all occurrences',
      'const users = all();\nreturn users.map(f(users));',
      'const people = all();\nreturn people.map(f(people));',
      'rename',
    ],
    [
      'a parameter renamed',
      'function f(x) { return x + g(x); }',
      'function f(count) { return count + g(count); }',
      'rename',
    ],
    [
      'a rename within a template',
      'const who = me();\nsay(`hi ${who}`);',
      'const name = me();\nsay(`hi ${name}`);',
      'rename',
    ],
    ['all of it deleted', body, '\n', 'deleted'],
    ['all of it but a comment deleted', body, '// later', 'deleted'],
    ['a declaration taken out', 'const a = 1;\nrun();', 'run();', 'cut down'],
    [
      'a variable of the project for another',
      'report(refNode, 1);',
      'report(patternNode, 1);',
      'going on',
    ],
    [
      'one more argument for a function of the project',
      'check("a", b);',
      'check(kind, "a", b);',
      'going on',
    ],
    [
      'a helper extracted',
      'x(a.optional ? "?" : "", b);\ny();',
      'x(printOptional(path), b);\ny();',
      'going on',
    ],
    ['a module moved', "import a from '../a';", "import a from '../b/a';", 'going on'],
    [
      'merge conflict',
      'a();',
      '<<<<<<< HEAD\na();\n=======\nb();\n>>>>>>> other',
      'merge conflict',
    ],
    ['a lock file', 'a: 1', 'b: 1', 'generated', { file: 'package-lock.json' }],
    ['built code', 'a(1)', 'b(1)', 'generated', { file: 'dist/main.js' }],
    [
      'code that says that it is generated',
      'a(1)',
      'b(1)',
      'generated',
      { context: '// Code generated by protoc. DO NOT EDIT.\nb(1)' },
    ],
    ['prose', 'The cat sat.', 'The dog sat.', 'prose', { language: 'markdown', file: 'README.md' }],
  ])('%s', (_, before, after, none, fields) => {
    expect(read(before, after, fields)).toEqual({ none });
  });

  it('gives up on texts too large to compare', () => {
    const large = 'abc(def);\n'.repeat(3000);
    expect(read(large, large.replace('abc', 'abd'))).toEqual({ none: 'too long' });
  });

  it('never fails, whatever the texts', () => {
    const marks = [
      '(',
      ')',
      '{',
      '}',
      '"',
      "'",
      '`',
      '\n',
      ' ',
      'a',
      'b.c',
      '=',
      ',',
      ';',
      '/*',
      '*/',
      '\\',
    ];
    let state = 1;
    const next = (below: number) => (state = (state * 48271) % 2147483647) % below;
    const text = () => Array.from({ length: next(30) }, () => marks[next(marks.length)]).join('');
    for (let i = 0; i < 2000; i++) {
      const reading = read(text(), text());
      expect('none' in reading || 'correction' in reading).toBe(true);
    }
  });
});
