import type { Dice } from '../dice';

/** An error as a compiler, a runtime or a linter words it. */
export interface ErrorText {
  readonly message: string;
  readonly code?: string;
  readonly source: string;
}

/** How errors are worded; `a` and `b` are names in the code, `n` is a number. */
const WORDINGS: readonly ((a: string, b: string, n: number) => ErrorText)[] = [
  (a, b) => ({
    message: `Property '${a}' does not exist on type '${b}'.`,
    code: '2339',
    source: 'ts',
  }),
  (a, b) => ({
    message: `Argument of type '${a}' is not assignable to parameter of type '${b}'.`,
    code: '2345',
    source: 'ts',
  }),
  (a) => ({ message: `Object is possibly 'undefined' in ${a}.`, code: '2532', source: 'ts' }),
  (a) => ({
    message: `TypeError: Cannot read properties of undefined (reading '${a}')`,
    source: 'node',
  }),
  (a, b, n) => ({
    message: `Error: ECONNRESET: ${a} lost the connection after ${n} ms`,
    code: 'ECONNRESET',
    source: 'node',
  }),
  (a, b) => ({
    message: `AttributeError: '${b}' object has no attribute '${a}'`,
    source: 'python',
  }),
  (a, b, n) => ({
    message: `borrow of moved value: \`${a}\` at line ${n}`,
    code: 'E0382',
    source: 'rustc',
  }),
  (a) => ({ message: `undefined: ${a}`, code: 'UndeclaredName', source: 'go' }),
  (a, b, n) => ({
    message: `SQLITE_BUSY: database is locked (${a}, waited ${n} ms)`,
    code: 'SQLITE_BUSY',
    source: 'sqlite',
  }),
  (a) => ({
    message: `Promises must be awaited: ${a} is left to itself`,
    code: 'no-floating-promises',
    source: 'eslint',
  }),
  (a, b, n) => ({
    message: `AssertionError: expected ${n} to equal ${n + 1} in ${a}`,
    source: 'vitest',
  }),
  (a, b) => ({
    message: `panic: runtime error: invalid memory address in ${b}.${a}`,
    source: 'go',
  }),
];

/** An error about two names; the common wordings come often. */
export function errorText(dice: Dice, a: string, b: string): ErrorText {
  return dice.zipf(WORDINGS)(a, b, dice.between(2, 9000));
}
