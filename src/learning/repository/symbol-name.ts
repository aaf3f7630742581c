import type { Hunk } from './patch-log';
import type { LanguageFamily } from './path-kind';

const MODIFIERS = String.raw`(?:(?:public|private|protected|internal|static|final|abstract|override|virtual|async|readonly|synchronized|suspend|open|inline|export|default|declare|get|set)\s+)*`;

/** How each family declares what deserves a name in the graph; the first group is the name. */
const DECLARATIONS: Readonly<Record<LanguageFamily, readonly RegExp[]>> = {
  script: [
    new RegExp(
      String.raw`^\s*${MODIFIERS}(?:function\s*\*?|class|interface|enum|namespace|type)\s+([\w$]+)`,
    ),
    /^\s*(?:export\s+)?(?:const|let|var)\s+([\w$]+)\s*(?::[^=]+)?=\s*(?:async\b\s*)?(?:function\b|class\b|\([^)]*\)[^=]*=>|\($|[\w$]+\s*=>)/,
    /^export\s+const\s+([\w$]+)/,
    new RegExp(String.raw`^\s*${MODIFIERS}[*#]?([\w$]+)\s*\([^"'\`]*\)\s*(?::[^{]+)?\{\s*$`),
    /^\s*(?:module\.)?exports\.([\w$]+)\s*=(?!=)/,
    /^\s*[\w$.]+\.prototype\.([\w$]+)\s*=(?!=)/,
    /^\s*(?:["']?)([\w$]+)["']?\s*:\s*(?:async\s+)?function\b/,
  ],
  python: [/^\s*(?:async\s+)?(?:def|class)\s+(\w+)/],
  go: [/^func\s+(?:\([^)]*\)\s*)?(\w+)/, /^type\s+(\w+)/],
  rust: [
    /^\s*(?:pub(?:\([^)]*\))?\s+)?(?:(?:async|unsafe|const|default|extern(?:\s+"[^"]*")?)\s+)*(?:fn|struct|enum|trait|mod|union|type)\s+(\w+)/,
    /^\s*macro_rules!\s*(\w+)/,
    /^\s*impl(?:<[^{]*?>)?\s+(?:[\w:<>, '&]+\s+for\s+)?&?(\w+)/,
  ],
  java: [
    /^\s*(?:[\w@]+\s+)*?(?:class|interface|enum|record|object|trait|struct|protocol|extension)\s+(\w+)/,
    /^\s*(?:[\w@]+\s+)*?(?:fun|func|def)\s+(?:<[^>]+>\s*)?(?:\w+\.)?(\w+)/,
    /^\s*(?:(?:public|private|protected|static|final|abstract|synchronized|default|native)\s+)+[\w<>[\],.? ]*?(\w+)\s*\(/,
  ],
  csharp: [
    /^\s*(?:\w+\s+)*?(?:class|interface|enum|record|struct)\s+(\w+)/,
    /^\s*(?:(?:public|private|protected|internal|static|override|virtual|abstract|sealed|async|partial)\s+)+[\w<>[\],.? ]*?(\w+)\s*(?:<[^>]+>)?\(/,
  ],
  cpp: [
    /^(?:typedef\s+)?(?:struct|class|enum(?:\s+class)?|union|namespace)\s+(\w+)\s*(?:[:{]|$)/,
    /^#define\s+(\w+)\(/,
    /^(?!.*[=;])[A-Za-z_][\w\s*&:<>,~]*?([\w~]+)\s*\(/,
    /^[-+]\s*\([^)]+\)\s*(\w+)/,
  ],
  ruby: [/^\s*def\s+(?:self\.)?([\w?!]+)/, /^\s*(?:class|module)\s+([\w:]+)/],
  php: [
    /^\s*(?:\w+\s+)*?function\s+&?(\w+)/,
    /^\s*(?:\w+\s+)*?(?:class|interface|trait|enum)\s+(\w+)/,
  ],
};

/** Words that look like a name before a bracket and are none. */
const KEYWORDS = new Set(
  'if else for while switch catch return do throw await new typeof function with case sizeof defined constructor super match loop unless elsif end then yield delete void in of it describe test beforeEach afterEach expect require import'.split(
    ' ',
  ),
);

/** The name that a line declares, if it declares one. */
export function declaredName(line: string, family: LanguageFamily): string | undefined {
  for (const pattern of DECLARATIONS[family]) {
    const name = pattern.exec(line)?.[1];
    if (name !== undefined) return isName(name) ? name : undefined;
  }
  return undefined;
}

/** The name in a hunk's context line, which git has already judged to be a declaration. */
function contextName(line: string, family: LanguageFamily): string | undefined {
  const declared = declaredName(line, family);
  if (declared !== undefined || family === 'script') return declared;
  const called = /([A-Za-z_]\w*)\s*\(/.exec(line)?.[1];
  return called !== undefined && isName(called) ? called : undefined;
}

/**
 * The names of what a hunk touches: what its changed lines declare, and what stands around them.
 * A hunk that opens with a declaration stands after the function that git names, not in it.
 */
export function symbolsOf(hunk: Hunk, family: LanguageFamily): string[] {
  const changed = [...hunk.removed, ...hunk.added];
  const declared = changed.map((line) => declaredName(line, family));
  const first = changed.findIndex(
    (line) => /[\w$]/.test(line) && !/^\s*(?:\/\/|\/?\*|#\s)/.test(line),
  );
  const around =
    first >= 0 && declared[first] === undefined ? contextName(hunk.context, family) : undefined;
  const names = [around, ...declared].filter((name) => name !== undefined);
  return [...new Set(names)];
}

function isName(name: string): boolean {
  return name.length >= 2 && name.length <= 80 && !KEYWORDS.has(name) && /^[^\d]/.test(name);
}
