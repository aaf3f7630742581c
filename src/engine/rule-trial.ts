import type { FoundBreach } from '../memory/breach';
import type { Clock } from '../memory/clock';
import { languageOf } from '../memory/language';
import type { Parsed, Result } from '../protocol/engine-api';
import { LineTable } from '../rules/line-table';
import { foundBreach, type TellingRule } from '../rules/places';
import { holdsFor, isOfFiles } from '../rules/rule-scope';
import { isSourceText } from '../rules/source-text';
import type { Checking } from './checking/checking';
import type { Checkouts } from './checkouts';
import type { CallContext } from './handlers';
import { repositoryFiles, sourceText } from './repository-files';

/** Places that are told; the others are counted. */
const TOLD = 200;
/** Files that are checked between two words on how far it is. */
const STEP = 50;

/** Runs a detector over a repository before it is switched on, to show what it would flag. */
export class RuleTrial {
  readonly #checking: Checking;
  readonly #checkouts: Checkouts;
  readonly #clock: Clock;

  constructor(checking: Checking, checkouts: Checkouts, clock: Clock) {
    this.#checking = checking;
    this.#checkouts = checkouts;
    this.#clock = clock;
  }

  /** @throws the reason of `abort` when it fires */
  async run(
    { folder, spec, scope }: Parsed<'tryDetector'>,
    { abort, progress }: CallContext,
  ): Promise<Result<'tryDetector'>> {
    const started = this.#clock.now();
    const location = await this.#checkouts.of(folder);
    const paths = isOfFiles(spec.kind) ? await repositoryFiles(location, abort) : [];
    // Not a memory yet: what it flags names no rule and has no words.
    const rule: TellingRule = { id: '', text: '', kind: spec.kind, directive: undefined };
    const result = { files: 0, places: [] as FoundBreach[], total: 0 };
    let failed: string | undefined;
    for (const [done, path] of paths.entries()) {
      abort.throwIfAborted();
      if (done % STEP === 0) progress({ stage: 'files', done, total: paths.length });
      const language = languageOf(path) ?? 'plaintext';
      if (!holdsFor(scope, { path, language })) continue;
      const text = await sourceText(location.root, path);
      if (text === undefined || !isSourceText(text)) continue;
      const { found, off } = await this.#checking.check([{ id: rule.id, spec }], {
        kind: 'file',
        path,
        language,
        text,
        root: location.root,
      });
      failed = off[0]?.reason;
      if (failed !== undefined) break;
      const findings = found[0]?.findings;
      if (findings === undefined) continue;
      result.files++;
      result.total += findings.breaches.length;
      const lines = new LineTable(text);
      const room = TOLD - result.places.length;
      const breaches = findings.breaches.slice(0, Math.max(0, room));
      result.places.push(...breaches.map((breach) => foundBreach(rule, breach, lines, path)));
    }
    const seconds = (this.#clock.now() - started) / 1000;
    return { ...result, seconds, ...(failed !== undefined && { failed }) };
  }
}
