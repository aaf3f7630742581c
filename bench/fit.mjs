// npm run -s bench:fit -- FILE…: fits the weights of recall's features to what `bench:recall
// -- --features FILE` wrote, one file or more, and prints them as JSON for `src/recall/weights.ts`.
//
// A softmax over the candidates of each question (ListNet; Cao et al., 2007), by Adam, on the odd
// halves; each set counts the same, however many questions it has.
import { readFile } from 'node:fs/promises';

const STEPS = 300;
const RATE = 0.15;
const RIDGE = 0.001;
/** Features that may speak against a memory; the others may not. */
const SIGNED = new Set(['asks', 'brief', 'longProse', 'longCode']);
/** The weights are divided by this, to stand beside those of quality and freshness. */
const SCALE = 16;

/** @typedef {{ set: string, place: number, names: string[], candidates: number[][] }} Line */
/** @typedef {{ rows: number[][], sought: number[], share: number }} Question */

/** @type {Map<string, Question[]>} */
const sets = new Map();
/** @type {string[]} */
let names = [];
for (const path of process.argv.slice(2)) {
  for (const line of (await readFile(path, 'utf8')).split('\n').filter(Boolean)) {
    /** @type {Line} */
    const { set, place, names: own, candidates } = JSON.parse(line);
    names = own;
    const found = candidates.reduce((sum, [sought = 0]) => sum + sought, 0);
    if (place % 2 !== 0 || found === 0) continue;
    const questions = sets.get(set) ?? [];
    sets.set(set, questions);
    questions.push({
      rows: candidates.map(([, , ...features]) => features),
      sought: candidates.map(([sought = 0]) => sought / found),
      share: 1,
    });
  }
}
if (sets.size === 0) throw new Error('Give files that bench:recall wrote with --features.');
for (const questions of sets.values()) for (const one of questions) one.share /= questions.length;

const all = [...sets.values()].flat();
const weights = names.map(() => 0);
const mean = names.map(() => 0);
const square = names.map(() => 0);
for (let step = 1; step <= STEPS; step++) {
  const slope = weights.map((weight) => RIDGE * weight);
  for (const { rows, sought, share } of all) {
    const scores = rows.map((row) => row.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), 0));
    const top = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - top));
    const total = powers.reduce((sum, power) => sum + power, 0);
    for (const [at, row] of rows.entries()) {
      const wrong = share * ((powers[at] ?? 0) / total - (sought[at] ?? 0));
      for (const [i, x] of row.entries()) slope[i] = (slope[i] ?? 0) + wrong * x;
    }
  }
  for (const [i, by] of slope.entries()) {
    mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * by;
    square[i] = 0.99 * (square[i] ?? 0) + 0.01 * by * by;
    const moved =
      (weights[i] ?? 0) -
      (RATE * ((mean[i] ?? 0) / (1 - 0.9 ** step))) /
        (Math.sqrt((square[i] ?? 0) / (1 - 0.99 ** step)) + 1e-8);
    weights[i] = SIGNED.has(names[i] ?? '') ? moved : Math.max(0, moved);
  }
}
const fitted = names.map((name, i) => [
  name,
  Math.round((1000 * (weights[i] ?? 0)) / SCALE) / 1000,
]);
console.log(JSON.stringify(Object.fromEntries(fitted)));
