import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { detectorFamilies } from '../../src/engine/checking/detector-families';
import type { Force } from '../../src/memory/directive';
import { HumanError } from '../../src/memory/human-error';
import { Compiler } from '../../src/rules/compiler';
import { agreementOf, Label, placeOf } from './agreement';
import { jsonLinesOf } from './json-lines';
import { directivesIn, RulesFile } from './rules-file';

/*
 * What directives are read from rules files (JSON lines of {file, globs, text}), and which get a
 * detector. With --each a line per directive: {file, line, force, kind}, lines of `text` counted
 * from 1; `kind` is that of its detector, or `advisory`. Then one for all of them:
 *
 * files, directives, per_file
 * forces, kinds     how many directives have each
 * with_detector     share of the directives that are not advisory
 * scoped            share that holds in some languages or places only
 * labelled          lines of these files that were read by hand (--labels; none: all 0)
 * precision, recall of finding directives on them, by line
 * force             share of the rightly found whose first directive has the label's force
 * even, odd         the same for each second label: the even ones were studied, the odd were not
 */
const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    data: { type: 'string', default: '' },
    labels: { type: 'string' },
    each: { type: 'boolean', default: false },
  },
});

try {
  await run();
} catch (error) {
  if (!(error instanceof HumanError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const files = jsonLinesOf(
    values.data,
    RulesFile,
    'Name a file of {file, globs, text}, a JSON object a line, with --data FILE.',
  );
  const labels = jsonLinesOf(
    values.labels ?? join(values.root, 'bench', 'data', 'directive-labels.jsonl'),
    Label,
    'Name a file of {file, line, directive, force?}, a JSON object a line, with --labels FILE.',
  );
  const compiler = new Compiler(detectorFamilies(join(values.root, 'src', 'engine')));
  const forces = { must: 0, never: 0, prefer: 0, avoid: 0 };
  const kinds = { lint: 0, pattern: 0, boundary: 0, text: 0, command: 0, commit: 0, advisory: 0 };
  const first = new Map<string, Force>();
  let directives = 0;
  let scoped = 0;
  for (const file of files) {
    for (const said of directivesIn(file)) {
      const { force } = said.directive;
      const kind = (await compiler.compile(said))?.spec.kind ?? 'advisory';
      directives++;
      forces[force]++;
      kinds[kind]++;
      if (said.languages.length > 0 || said.glob !== undefined) scoped++;
      const place = placeOf({ file: file.file, line: said.line });
      if (!first.has(place)) first.set(place, force);
      if (values.each) tell({ file: file.file, line: said.line, force, kind });
    }
  }
  const known = new Set(files.map(({ file }) => file));
  const ours = labels.filter(({ file }) => known.has(file));
  tell({
    files: files.length,
    directives,
    per_file: rounded(directives / files.length),
    forces,
    kinds,
    with_detector: rounded(1 - kinds.advisory / directives),
    scoped: rounded(scoped / directives),
    ...agreementOf(ours, first),
    even: agreementOf(
      ours.filter((_, i) => i % 2 === 0),
      first,
    ),
    odd: agreementOf(
      ours.filter((_, i) => i % 2 === 1),
      first,
    ),
  });
}

function tell(line: unknown): void {
  console.log(JSON.stringify(line));
}

/** To a thousandth; 0 where there is nothing to share. */
function rounded(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 1000) / 1000 : 0;
}
