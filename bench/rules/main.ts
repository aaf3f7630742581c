import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { detectorFamilies } from '../../src/engine/checking/detector-families';
import type { DetectorSpec } from '../../src/memory/detector';
import { HumanError } from '../../src/memory/human-error';
import { languageOf } from '../../src/memory/language';
import { Compiler } from '../../src/rules/compiler';
import type { Detector } from '../../src/rules/detector';
import { saidOf } from '../../src/rules/words/said';
import { say } from '../progress';
import { Count } from './count';
import { rulesOf, type RuleRecord } from './rule-set';

/*
 * What of the rules that people say gets a detector. The sentence alone, with neither the rule's
 * name nor its examples, becomes directives and each of those a detector, by all families; the
 * detectors then look at code that breaks the rule and code that keeps it. One line with:
 *
 * coverage   share of the rules that are not advisory
 * recall     share of the `incorrect` examples in which something was flagged, of rules with a detector
 * precision  flagged `incorrect` examples of all flagged examples
 * by_kind    the same for the rules whose detector is of that kind
 *
 * --sentences FILE takes other words for the rules: lines of {rule, sentence}.
 * --each gives a line for every rule before.
 */
const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    data: { type: 'string', default: '' },
    sentences: { type: 'string' },
    each: { type: 'boolean', default: false },
  },
});
const NO_FILES = { has: () => false, within: () => [] };

try {
  await run();
} catch (error) {
  if (!(error instanceof HumanError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const rules = rulesOf(values.data, values.sentences);
  const compiler = new Compiler(detectorFamilies(join(values.root, 'src', 'engine')));
  const count = new Count();
  for (const record of rules) {
    const specs = await specsOf(compiler, record.sentence);
    const detectors = await Promise.all(specs.map((spec) => compiler.prepare(spec)));
    const flags = (examples: RuleRecord['correct']): number =>
      examples.filter((example) => isFlagged(detectors, example)).length;
    const tried = {
      kind: specs[0]?.kind,
      incorrect: record.incorrect.length,
      flagged: flags(record.incorrect),
      correct: record.correct.length,
      wronglyFlagged: flags(record.correct),
    };
    count.add(tried);
    if (values.each) {
      const { wronglyFlagged: wrongly_flagged, kind = 'advisory', ...rest } = tried;
      const { rule, sentence } = record;
      tell({
        rule,
        sentence,
        kind,
        detector: specs.map(nameOf).join(', '),
        ...rest,
        wrongly_flagged,
      });
    }
  }
  say(`${rules.length} rules`);
  tell(count.shares());
}

/** The detectors of all that a sentence demands. */
async function specsOf(compiler: Compiler, sentence: string): Promise<DetectorSpec[]> {
  const specs = new Map<string, DetectorSpec>();
  for (const said of saidOf(sentence)) {
    const compiled = await compiler.compile(said);
    if (compiled !== undefined) specs.set(JSON.stringify(compiled.spec), compiled.spec);
  }
  return [...specs.values()];
}

function isFlagged(detectors: readonly Detector[], { lang, code }: { lang: string; code: string }) {
  const language = languageOf(`example.${lang}`) ?? lang;
  const path = `src/example.${lang}`;
  const checked = { kind: 'file', path, language, text: code, tree: NO_FILES } as const;
  return detectors.some((detector) => (detector.check(checked)?.breaches.length ?? 0) > 0);
}

/** A lint rule by its name with its options, any other detector as it is stored. */
function nameOf(spec: DetectorSpec): string {
  if (spec.kind !== 'lint') return JSON.stringify(spec);
  return [spec.rule, ...spec.options.map((option) => JSON.stringify(option))].join(' ');
}

function tell(line: unknown): void {
  console.log(JSON.stringify(line));
}
