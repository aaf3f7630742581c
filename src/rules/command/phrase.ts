import { programOf } from '../shell/program';
import { ALONE, BARE, PROGRAMS, SUBCOMMANDS } from './programs';

/** What a phrase says of commands: which ones, and what narrows that. */
export interface Named {
  /** Forms of the commands, as a spec has them. */
  readonly shapes: string[][];
  readonly branches?: string[] | undefined;
  readonly naming?: string[] | undefined;
  /** Whether it speaks only of installing and removing packages. */
  readonly packages?: boolean | undefined;
}

/** Words before a command that say no more than that it is one. */
const LEAD =
  /^(?:(?:you|we|use|using|used|run|runs|running|execute|executing|call|calling|invoke|invoking|type|typing|issue|do|doing|ever|directly|manually|raw|plain|bare|just|simply|only|always|either|both|direct|the|a|an|any|command|commands|shell|destructive|dangerous|try|trying|to|with|via)\b\s*)+/i;
const RUNS = /\b(?:run|running|execute|executing|invoke|invoking|type|typing|command)\b/i;
/** What may stand after a command and changes nothing of what is meant. */
const TAIL =
  /^(?:\s|,|\b(?:commands?|cli|directly|ever|anymore|any more|at all|here|anywhere|manually|by hand|yourself|itself|instead|as (?:the|our|a) package manager|in (?:this|our|the) (?:repo(?:sitory)?|project|codebase|workspace|monorepo|package)|in (?:the|a|your) (?:terminal|shell|console)|from the (?:terminal|shell|command line)|for (?:this|our|the) (?:project|repo(?:sitory)?|codebase|package)|for (?:any|every)thing|under any circumstances?)\b)*$/i;
const PACKAGES =
  /\s*\b(?:(?:to|for|when) (?:install(?:ing)?|add(?:ing)?|manag(?:e|ing)|remov(?:e|ing)|updat(?:e|ing)|handl(?:e|ing))(?:,? (?:and|or|\/)? ?(?:install(?:ing)?|add(?:ing)?|manag(?:e|ing)|remov(?:e|ing)|updat(?:e|ing)))* (?:the |our |any |all |your |new )?(?:\w+ )?(?:packages|dependencies|deps|modules|libraries)|(?:as|for) (?:the |our |all |your |its )?(?:\w+ )?(?:package|dependency|dependencies|packages)(?: (?:manager|management|handling|installs?|installation))?)\b/i;
const PRODUCTION =
  /\s*\b(?:in|on|against|to) (?:the )?(?:live |our )?(prod(?:uction)?)(?: (?:environments?|databases?|dbs?|servers?|systems?|clusters?|data))?\b/i;
const BRANCH =
  /\s*\b(?:(?:when|while) )?(?:on|to|onto|into|in|against) (?:the |your |our )?((?:`[^`]+`|[\w./*-]+)(?:(?:,|\/| or| and|, or)? (?:the )?(?:`[^`]+`|[\w./*-]+))*?)(?: (?:branch(?:es)?))?\s*$/i;
const BRANCHES =
  /^(?:main|master|develop|development|dev|trunk|release|releases|staging|production)$/;

/**
 * The commands that a phrase names and nothing else; `undefined` where it says more, or none.
 * `runs` tells that what is named is run: then a tool's name alone is a command, too.
 */
export function commandsNamed(phrase: string, runs = false): Named | undefined {
  let rest = phrase.trim();
  let packages: boolean | undefined;
  let naming: string[] | undefined;
  rest = rest.replace(PACKAGES, () => ((packages = true), ''));
  const production = PRODUCTION.exec(rest);
  if (production !== null) {
    rest = rest.replace(PRODUCTION, '');
    naming = ['prod', 'production'];
  }
  let found = shapesIn(rest, runs);
  let branches: string[] | undefined;
  if (found === undefined) {
    const on = BRANCH.exec(rest);
    branches =
      on?.[1] === undefined ? undefined : branchesIn(on[1], /branch(?:es)?\s*$/i.test(rest));
    if (on === null || branches === undefined) return undefined;
    found = shapesIn(rest.slice(0, on.index), runs);
  }
  if (found === undefined) return undefined;
  return {
    shapes: found,
    ...(branches !== undefined && { branches }),
    ...(naming !== undefined && { naming }),
    ...(packages !== undefined && { packages }),
  };
}

/** Names of branches in a list of them; names that mean more than a branch must be called one. */
export function branchesIn(list: string, called = false): string[] | undefined {
  const names = list.split(/\s*(?:,|\/(?=\s)|\bor\b|\band\b|\s)\s*/i).filter(Boolean);
  const found = names.flatMap((raw) => {
    const quoted = /^[`'"](.+)[`'"]$/.exec(raw)?.[1];
    const name = (quoted ?? raw).replace(/^origin\//, '');
    if (/^(?:the|branch|branches)$/i.test(name)) return [];
    if (/^default$/i.test(name)) return ['main', 'master'];
    if (/^protected$/i.test(name)) return ['main', 'master'];
    if (quoted !== undefined) return /^[\w./*-]+$/.test(quoted) ? [name] : [''];
    if (/\//.test(name))
      return name.split('/').every((one) => BRANCHES.test(one))
        ? name.split('/')
        : called
          ? [name]
          : [''];
    if (!called && /^(?:production|staging|release|releases|dev|development)$/i.test(name))
      return [''];
    return BRANCHES.test(name.toLowerCase()) ? [name.toLowerCase()] : [''];
  });
  return found.length === 0 || found.includes('') ? undefined : [...new Set(found)];
}

/** The forms of all commands in a list of them, if the phrase is nothing but such a list. */
function shapesIn(phrase: string, known: boolean): string[][] | undefined {
  const lead = LEAD.exec(phrase)?.[0] ?? '';
  const runs = known || RUNS.test(lead);
  let rest = phrase.slice(lead.length);
  const shapes: string[][] = [];
  for (;;) {
    const read = oneCommand(rest, runs);
    if (read === undefined) return undefined;
    shapes.push(read.shape);
    rest = read.rest;
    const joined =
      /^\s*(?:,\s*(?:or|and|nor)\b|,|\/|\bor\b|\band\b|\bnor\b)\s*(?:the |even |use |run |via )*/i.exec(
        rest,
      );
    if (joined === null || TAIL.test(rest))
      return TAIL.test(rest.replace(/[.!]+$/, '')) ? shapes : undefined;
    rest = rest.slice(joined[0].length);
  }
}

function oneCommand(text: string, runs: boolean): { shape: string[]; rest: string } | undefined {
  const span = /^(?:`([^`]+)`|"([^"]+)"|'([^']+)'|“([^”]+)”)/.exec(text);
  const quoted = span?.[1] ?? span?.[2] ?? span?.[3] ?? span?.[4];
  if (span !== null && quoted !== undefined) {
    const shape = typedCommand(quoted, runs);
    if (shape === undefined) return undefined;
    // "`git push` with `--force`"
    const more = /^\s+with (?:the )?`(--?[\w-]+)`(?: (?:flag|option))?/.exec(
      text.slice(span[0].length),
    );
    const rest = text.slice(span[0].length + (more?.[0].length ?? 0));
    return { shape: more?.[1] === undefined ? shape : [...shape, more[1]], rest };
  }
  return bareCommand(text, runs);
}

/** A command as it would be typed, without what only stands for something: `git push origin <branch>`. */
export function typedCommand(text: string, runs: boolean): string[] | undefined {
  const line = text.trim().replace(/^\$\s+/, '');
  if (/[()[\]{};=|&\\]|=>/.test(line.replace(/--?[\w-]+=[\w./-]+/g, '').replace(/\[[^\]]*\]/g, '')))
    return undefined;
  const words = line.split(/\s+/);
  const shape = words.filter((word) => !/[<>"'[\]]|^\.{3}$|…/.test(word));
  const program = programOf(shape[0] ?? '');
  if (shape.length !== words.length && words[0] !== shape[0]) return undefined;
  if (words.length === 1) {
    if (/^--?[a-z]/.test(program)) return ofOption(program);
    if (!ALONE.has(program) && !(runs && PROGRAMS.has(program))) return undefined;
  }
  return PROGRAMS.has(program) ? withoutText([program, ...shape.slice(1)]) : undefined;
}

/** Options that say by themselves which command they are of. */
function ofOption(option: string): string[] | undefined {
  if (option === '--no-verify') return ['git', 'commit|push|merge', option];
  return option === '--amend' || option === '--no-gpg-sign' ? ['git', 'commit', option] : undefined;
}

/** `git commit -m` names no message: the option says nothing of what is meant. */
function withoutText(shape: string[]): string[] {
  return /^-a?m$/.test(shape.at(-1) ?? '') ? shape.slice(0, -1) : shape;
}

function bareCommand(text: string, runs: boolean): { shape: string[]; rest: string } | undefined {
  const words = /^(?:[\w./@:-]+(?:\s+|$))+/.exec(text)?.[0].trim().split(/\s+/) ?? [];
  const trimmed = words.map((word) => word.replace(/[.,:]+$/, ''));
  const program = (trimmed[0] ?? '').replace(
    /^(?:NPM|PNPM|Yarn|Bun|Pip|Poetry|Git|Docker)$/,
    (name) => name.toLowerCase(),
  );
  if (/^--[a-z]/.test(program)) {
    const shape = ofOption(program);
    return shape && { shape, rest: text.slice((words[0] ?? '').length) };
  }
  if (!BARE.has(program)) {
    const slashed = program.split('/');
    // "npm/yarn"
    if (slashed.length > 1 && slashed.every((one) => ALONE.has(one))) {
      return { shape: [slashed.join('|')], rest: text.slice((words[0] ?? '').length) };
    }
    return undefined;
  }
  let taken = 1;
  while (taken < trimmed.length) {
    const word = trimmed[taken] ?? '';
    if (!/^--?[A-Za-z]/.test(word) && !SUBCOMMANDS.has(word)) break;
    taken++;
    if (words[taken - 1] !== word) break;
  }
  const shape = [program, ...trimmed.slice(1, taken)];
  if (taken === 1 && !ALONE.has(program) && !runs) return undefined;
  const last = words.slice(0, taken);
  let at = 0;
  for (const word of last) at = text.indexOf(word, at) + word.length;
  return { shape, rest: text.slice(at).replace(/^[.,](?=$)/, '') };
}
