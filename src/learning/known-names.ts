import { builtinModules } from 'node:module';
import { KEYWORDS } from './words';

/** Names that every program of a language has, beyond its keywords. */
const GIVEN: Readonly<Record<string, string>> = {
  script: `document window fetch require module exports undefined self alert confirm prompt arguments
    location navigator localStorage eval parseInt __dirname __filename`,
  python: `abs all any ascii bin bool bytearray bytes callable chr classmethod compile complex delattr
    dict dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash help
    hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct
    open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum
    super tuple type vars zip Exception ValueError TypeError KeyError IndexError RuntimeError OSError
    os sys re json time datetime pathlib logging asyncio typing math append extend items keys values
    get join split strip startswith endswith lower upper read write close`,
  go: `append cap close copy delete len make new panic print println recover error string fmt errors os
    io ioutil strings strconv time context sync http json log Errorf Println Printf Sprintf New ReadAll`,
  rust: `Some None Ok Err Box Rc Arc Vec String Option Result unwrap expect clone iter collect map into
    to_string to_owned as_str println format panic vec len push`,
  java: `String Integer Object System List Map Set ArrayList HashMap Optional Exception equals toString
    hashCode println out get put add size isEmpty`,
  csharp: `Console String Task List Dictionary Exception Equals ToString WriteLine Add Count Length`,
};

/** What ECMAScript brings, and Node's console and Buffer: their members are read off this runtime. */
const SCRIPT_OBJECTS = `Array ArrayBuffer BigInt Boolean Buffer DataView Date Error EvalError Function
  Infinity Intl JSON Map Math NaN Number Object Promise Proxy RangeError Reflect RegExp Set String
  Symbol SyntaxError TypeError URIError URL WeakMap WeakSet clearTimeout console decodeURI globalThis
  encodeURI isFinite isNaN parseFloat process queueMicrotask setInterval setTimeout`;

const SCRIPT_WORDS = `abstract any as async await bigint boolean break case catch class const continue
  debugger declare default delete do else enum export extends false finally for from function get if
  implements import in infer instanceof interface is keyof let namespace never new null number of
  override private protected public readonly return satisfies set static string super switch symbol
  this throw true try typeof undefined unique unknown using var void while with yield`;

/** Members that things of every project have too. */
const EVERYWHERE = words(
  `name length message size description source flags index input value key id type cause stack resolve`,
);

let scriptNames: ReadonlySet<string> | undefined;

const SETS = new Map(Object.entries(GIVEN).map(([language, names]) => [language, words(names)]));

/**
 * Whether a name belongs to the language itself: its keywords, its globals and their members. Such a
 * name tells nothing of anybody's code.
 */
export function isLanguageName(name: string, language: string | undefined): boolean {
  if (/^(?:javascript|typescript)/.test(language ?? ''))
    return (scriptNames ??= namesOfScript()).has(name);
  if (KEYWORDS.has(name)) return true;
  return SETS.get(language ?? '')?.has(name) ?? false;
}

function namesOfScript(): Set<string> {
  const objects = words(SCRIPT_OBJECTS);
  const members = [...objects].flatMap((name) => membersOf(Reflect.get(globalThis, name)));
  const own = words(`${SCRIPT_WORDS} ${GIVEN['script'] ?? ''}`);
  const all = [...own, ...builtinModules, ...objects, ...members];
  return new Set(all.filter((name) => !EVERYWHERE.has(name)));
}

function words(text: string): Set<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}

function membersOf(value: unknown): string[] {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return [];
  const prototype: unknown = Reflect.get(value, 'prototype');
  return [value, prototype].flatMap((one) =>
    one !== null && (typeof one === 'object' || typeof one === 'function')
      ? Object.getOwnPropertyNames(one)
      : [],
  );
}
