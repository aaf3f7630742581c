import type { PatternSpec } from '../../memory/detector';
import { HumanError } from '../../memory/human-error';
import type { StructuralRule } from '../../syntax/structural-rule';
import type { Structures } from '../../syntax/structures';
import type { Compiled, Detector, DetectorFamily } from '../detector';
import type { Said } from '../said';
import { bannedBy, type Banned } from './banned';
import { constructCalled } from './constructs';
import { correctionSpec } from './correction-pattern';
import { fixFor } from './fix';
import { rulesOfNamed } from './named-code';
import { type LanguagePatterns, PatternDetector } from './pattern-detector';

type Rules = Readonly<Record<string, StructuralRule>>;

/** "Never use X", "Y instead of X", "no X in Y": code of a certain shape, found by ast-grep. */
export class PatternFamily implements DetectorFamily<'pattern'> {
  readonly kind = 'pattern';
  readonly #structures: Structures;

  constructor(structures: Structures) {
    this.#structures = structures;
  }

  async compile(said: Said): Promise<Compiled<'pattern'> | undefined> {
    const spec = correctionSpec(said) ?? specOf(said);
    if (spec === undefined) return undefined;
    const runs = await this.#running(spec);
    return runs && { spec: runs, confidence: 0.9, shown: shownOf(runs) };
  }

  async prepare(spec: PatternSpec): Promise<Detector> {
    const languages = new Map<string, LanguagePatterns>();
    for (const [language, breach] of Object.entries(spec.breach)) {
      const seeker = await this.#structures.seekerOf(language);
      if (seeker === undefined) continue;
      const kept = spec.kept?.[language];
      for (const rule of kept === undefined ? [breach] : [breach, kept]) {
        const fault = faultOf(() => seeker.find('', rule));
        if (fault !== undefined)
          throw new HumanError(`A pattern for ${language} can not be read: ${fault}`, REMEDY);
      }
      languages.set(language, { seeker, breach, kept, fix: spec.fix?.[language] });
    }
    if (languages.size === 0)
      throw new HumanError('No grammar is there for the languages of this pattern.', REMEDY);
    return new PatternDetector(spec.files, languages);
  }

  /** The languages of a spec whose grammars can read its rules; undefined when there is none. */
  async #running(spec: PatternSpec): Promise<PatternSpec | undefined> {
    const breach: PatternSpec['breach'] = {};
    const kept: NonNullable<PatternSpec['kept']> = {};
    const fix: NonNullable<PatternSpec['fix']> = {};
    for (const [language, rule] of Object.entries(spec.breach)) {
      const seeker = await this.#structures.seekerOf(language);
      if (seeker === undefined || faultOf(() => seeker.find('', rule)) !== undefined) continue;
      breach[language] = rule;
      const keeps = spec.kept?.[language];
      if (keeps && faultOf(() => seeker.find('', keeps)) === undefined) kept[language] = keeps;
      const mends = spec.fix?.[language];
      if (mends !== undefined) fix[language] = mends;
    }
    if (Object.keys(breach).length === 0) return undefined;
    return {
      kind: 'pattern',
      ...(spec.files && { files: spec.files }),
      breach,
      ...(Object.keys(kept).length > 0 && { kept }),
      ...(Object.keys(fix).length > 0 && { fix }),
    };
  }
}

const REMEDY = 'Say the rule in other words, or leave it advisory.';

function faultOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return String(error).split('\n').at(-1);
  }
}

function specOf(said: Said): PatternSpec | undefined {
  const banned = bannedBy(said);
  if (banned === undefined) return undefined;
  const each = banned.things.map((thing) => rulesOf(thing, banned, said.languages));
  const all = each.flatMap((rules) => (rules === undefined ? [] : [rules]));
  if (all.length < each.length || all.length === 0) return undefined;
  const breach = joined(all);
  const { instead } = banned;
  const wanted = instead === undefined ? undefined : rulesOf(instead, banned, Object.keys(breach));
  const fix = all.length === 1 ? fixFor(banned.things[0] ?? '', instead, breach) : undefined;
  return {
    kind: 'pattern',
    ...(banned.files && { files: banned.files }),
    breach: breach as PatternSpec['breach'],
    ...(wanted && { kept: wanted as NonNullable<PatternSpec['kept']> }),
    ...(fix && { fix }),
  };
}

function rulesOf(thing: string, { verb }: Banned, languages: readonly string[]): Rules | undefined {
  const construct = verb === 'import' ? undefined : constructCalled(thing, languages);
  if (construct !== undefined) return construct;
  const named = rulesOfNamed(thing, verb);
  if (named === undefined) return undefined;
  const asked = Object.entries(named).filter(
    ([language]) => languages.length === 0 || languages.includes(language),
  );
  return asked.length === 0 ? undefined : Object.fromEntries(asked);
}

/** Rules for any of several things. */
function joined(all: readonly Rules[]): Rules {
  const [only, ...more] = all;
  if (only !== undefined && more.length === 0) return only;
  const languages = new Set(all.flatMap((rules) => Object.keys(rules)));
  const anyOf = (language: string): StructuralRule => {
    const rules = all.map((each) => each[language]).filter((rule) => rule !== undefined);
    return rules.length === 1 && rules[0] !== undefined ? rules[0] : { any: rules };
  };
  return Object.fromEntries([...languages].map((language) => [language, anyOf(language)]));
}

function shownOf({ breach, files }: PatternSpec): string {
  const where = files?.except.length ? ', outside of some files' : files ? ', in some files' : '';
  return `Code of this form (${Object.keys(breach).join(', ')}${where}): ${forms(breach).join('; ')}`;
}

function forms(breach: PatternSpec['breach']): string[] {
  const all = Object.values(breach).map((rule) =>
    typeof rule['pattern'] === 'string' ? rule['pattern'] : JSON.stringify(rule),
  );
  return [...new Set(all)].slice(0, 3).map((form) => form.slice(0, 200));
}
