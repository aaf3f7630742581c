import { LinearExpression } from '../../syntax/linear-expression';
import type { StructuralRule } from '../../syntax/structural-rule';
import { called, each, JAVASCRIPT, JSX } from './construct';
import { importsOf } from './imports';
import { packageKnown } from './known-packages';

type Rules = Record<string, StructuralRule>;

const DOTTED = [...JAVASCRIPT, 'python', 'go', 'java', 'csharp'];
const ALL = [...DOTTED, 'rust'];

/** Whose a name is by what it begins with: everybody knows them. */
const ROOTS: readonly (readonly [readonly string[], ReadonlySet<string>])[] = [
  [
    JAVASCRIPT,
    words(
      `console window document process Math Object JSON Promise React localStorage sessionStorage Array
      Number Reflect navigator globalThis Date`,
    ),
  ],
  [['python'], words('os sys np pd datetime logging subprocess time typing asyncio')],
  [['go'], words('fmt ioutil os log time')],
  [['java'], words('System Thread')],
  [['csharp'], words('Console Thread Task DateTime')],
];
/** Functions of a language that stand alone; a method of that name is something else. */
const BARE = new Set(
  'print eval exec input open alert confirm prompt require fetch setTimeout setInterval parseInt parseFloat isNaN len type id map filter format panic super atob btoa String Number Boolean Object Array Symbol'.split(
    ' ',
  ),
);
/** Methods that everybody knows as such; a function of that name is something else. */
const METHODS = new Set(
  'unwrap expect forEach then catch finally map filter reduce clone append push concat bind apply call toString getTime innerText iteritems has_key'.split(
    ' ',
  ),
);
const NOUN =
  'functions?|methods?|calls?|macros?|hooks?|packages?|crates?|library|libraries|modules?|imports?|dependenc(?:y|ies)|types?|keywords?|statements?|operators?|classes|class|components?|attributes?|propert(?:y|ies)|elements?|tags?|decorators?|annotations?|variables?|globals?|objects?|api|helpers?|utility';
const CODE = /[`'"“]([^`'"“”]{1,120})[`'"”]/;
/** Without marks: several words, or the name of a product or a file. */
const PROSE = /\s|\.(?:js|ts|jsx|tsx|io|md|json|py|net|com|dev|org|css|html|env|yaml|yml|g|e)$/i;
const AROUND = new RegExp(
  `^(?:(?:the|raw|native|built-?in)\\s+)?(?:(${NOUN})\\s+)?(\\S.*?)(?:\\s+(${NOUN}))?$`,
  'i',
);

/**
 * The rules that find code which a phrase names (`the \`foo()\` function`, `console.log`, `lodash`);
 * undefined where it could be a plain word, or where what it names is not sure.
 */
export function rulesOfNamed(phrase: string, verb: 'call' | 'import' | 'use'): Rules | undefined {
  const [, before = '', inner = '', after = ''] = AROUND.exec(phrase.trim()) ?? [];
  const quoted = /^@[\w.]+\(/.test(inner) ? null : CODE.exec(inner);
  if (quoted !== null && quoted[0] !== inner) return undefined;
  const code = (quoted?.[1] ?? inner).trim();
  if (code === '' || (quoted === null && PROSE.test(code))) return undefined;
  const isMarked = quoted !== null || looksLikeCode(code);
  const noun = (after || before).toLowerCase();
  const isPackage = verb === 'import' || /^(?:packag|crate|librar|modul|import|depend)/.test(noun);
  if (isPackage) return packageRules(code, quoted !== null);
  return (
    knownPackage(code, quoted !== null) ??
    tagRules(code) ??
    decoratorRules(code, noun) ??
    callRules(
      code,
      isMarked && (verb === 'call' || /^(?:function|method|call|hook|helper)/.test(noun)),
    ) ??
    (isMarked ? nameRules(code) : undefined)
  );
}

function packageRules(code: string, isQuoted: boolean): Rules | undefined {
  // Paths within the project are folders' business.
  if (!/^[@\w][\w@./:-]*$/.test(code) || /^(?:@?\/|src\/|app\/|lib\/)/.test(code)) return undefined;
  if (packageKnown(code) !== undefined) return knownPackage(code, true);
  if (!isQuoted && !/[-/@._]|[a-z][A-Z]/.test(code)) return undefined;
  return importsOf(code);
}

function knownPackage(code: string, isQuoted: boolean): Rules | undefined {
  const known = packageKnown(code);
  // Without marks, words that are packages as well are left to be words: "avoid requests in loops".
  const isWord =
    /^(?:request|requests|async|when|mock|random|time|log|path|util|glob|colors|click|arrow|six|nose|failure|immer|next|q|co|imp|rand|regex|dataclasses|attrs|mocha)$/i;
  if (known === undefined || (!isQuoted && isWord.test(code))) return undefined;
  if (isQuoted && /^(?:async|time|log|path|mock|q|when|co)$/.test(code)) return undefined;
  const languages = known.languages.flatMap((one) => (one === 'javascript' ? JAVASCRIPT : [one]));
  return narrowed(importsOf(known.name), languages);
}

function tagRules(code: string): Rules | undefined {
  const tag = /^<\/?([\w.-]+)\s*\/?>$/.exec(code)?.[1];
  if (tag === undefined) return undefined;
  const regex = `^${LinearExpression.quote(tag)}$`;
  const inJsx = {
    any: [{ kind: 'jsx_opening_element' }, { kind: 'jsx_self_closing_element' }],
    has: { field: 'name', regex },
  };
  const inHtml = {
    any: [{ kind: 'start_tag' }, { kind: 'self_closing_tag' }],
    has: { kind: 'tag_name', regex },
  };
  return { ...each(JSX, inJsx), ...(/^[a-z]/.test(tag) && { html: inHtml }) };
}

function decoratorRules(code: string, noun: string): Rules | undefined {
  const isNoun = /^(?:decorator|annotation)/.test(noun);
  const name = /^@([A-Za-z_][\w.]*)(?:\(.*\))?$/.exec(code)?.[1] ?? (isNoun ? code : undefined);
  if (name === undefined || !/^[A-Za-z_][\w.]*$/.test(name)) return undefined;
  const regex = `^@${LinearExpression.quote(name)}(?:\\(|$)`;
  return {
    ...each(['typescript', 'typescriptreact', 'python'], { kind: 'decorator', regex }),
    java: { any: [{ kind: 'annotation' }, { kind: 'marker_annotation' }], regex },
  };
}

/** `foo()`, `a.b()`, `.c()`, `d!`, `a.b`, `a::b()`. */
function callRules(code: string, isCalled: boolean): Rules | undefined {
  const macro = /^(\w+)!(?:\(.*\))?$/.exec(code)?.[1];
  if (macro !== undefined) return { rust: { kind: 'macro_invocation', regex: `^${macro}!` } };
  const [, name, given] =
    /^((?:\.|new )?[A-Za-z_$][\w$]*(?:(?:\.|::)[A-Za-z_$][\w$]*)*)(\(.*\))?$/.exec(code) ?? [];
  if (name === undefined || (given !== undefined && !/^\((?:\.\.\.|…)?\)$/.test(given)))
    return undefined;
  if (name.startsWith('new '))
    return each([...JAVASCRIPT, 'java', 'csharp'], { pattern: `${name}($$$A)` });
  if (name.startsWith('.')) return methodRules(name.slice(1));
  if (name.includes('::'))
    return { rust: { any: [{ pattern: name }, { pattern: `${name}($$$A)` }] } };
  if (name.includes('.')) return dottedRules(name);
  if (given === undefined && !isCalled) return undefined;
  if (METHODS.has(name) && !BARE.has(name)) return methodRules(name);
  const bare = { pattern: `${name}($$$A)` };
  // A name of several parts is one thing, however it is reached.
  const isDistinct = /[a-z][A-Z]|_/.test(name) && !BARE.has(name);
  const rule = isDistinct ? { any: [bare, { pattern: `$O.${name}($$$A)` }] } : bare;
  const go = called(isDistinct ? `(?:^|\\.)${name}$` : `^${name}$`);
  return { ...each(ALL, rule), go };
}

function methodRules(name: string): Rules {
  return { ...each(ALL, { pattern: `$O.${name}($$$A)` }), go: called(`\\.${name}$`) };
}

function dottedRules(name: string): Rules {
  const root = name.split('.')[0] ?? '';
  const owners = ROOTS.flatMap(([languages, names]) => (names.has(root) ? languages : []));
  const languages = owners.length > 0 ? owners : DOTTED;
  const rules: Rules = narrowed(each(DOTTED, { pattern: name }), languages);
  if (rules['go'])
    rules['go'] = { kind: 'selector_expression', regex: `^${LinearExpression.quote(name)}$` };
  // In Java what is called is no node of its own.
  if (rules['java']) rules['java'] = { any: [{ pattern: `${name}($$$A)` }, { pattern: name }] };
  return rules;
}

/** A name that is no plain word, wherever it stands as one. */
function nameRules(code: string): Rules | undefined {
  if (!/^[A-Za-z_$][\w$]*$/.test(code) || !/[a-z][A-Z]|_|^[A-Z][a-z]/.test(code)) return undefined;
  const regex = `^${LinearExpression.quote(code)}$`;
  const kinds = (...names: string[]): StructuralRule => ({
    any: names.map((kind) => ({ kind, regex })),
  });
  return {
    ...each(['javascript', 'javascriptreact'], kinds('identifier', 'property_identifier')),
    ...each(
      ['typescript', 'typescriptreact'],
      kinds('identifier', 'property_identifier', 'type_identifier'),
    ),
    python: kinds('identifier'),
    go: kinds('identifier', 'type_identifier', 'field_identifier'),
    rust: kinds('identifier', 'type_identifier', 'field_identifier'),
    java: kinds('identifier', 'type_identifier'),
    csharp: kinds('identifier'),
  };
}

function looksLikeCode(code: string): boolean {
  // `JavaScript`, `GitHub`: without marks, a capital first is a product more often than a class.
  return /^[a-z]+[A-Z]\w*$|^\w+_\w+$/.test(code);
}

function narrowed(rules: Rules, languages: readonly string[]): Rules {
  return Object.fromEntries(
    Object.entries(rules).filter(([language]) => languages.includes(language)),
  );
}

function words(text: string): Set<string> {
  return new Set(text.split(/\s+/));
}
