/** One simple command of a command line. */
export interface Command {
  /** As it was written, without what only sets variables before it. */
  readonly text: string;
  /** Its words, where what differs from run to run is a hole: `git commit -m <text>`. */
  readonly shape: string;
}

interface Word {
  readonly text: string;
  readonly quoted: boolean;
}

/** Options whose value is said anew each time. */
const SAYS_TEXT = /^(?:-m|-am|--message|--title|--body|--description)$/;
const VERSIONING = new Set(['git', 'gh', 'glab', 'hg', 'jj', 'svn']);
const SAYS_SECRET = /^--?(?:\w+-)*(?:token|password|passwd|secret|api-?key|auth)$/i;
const VARIABLE = /^[A-Za-z_]\w*=/;
/** Words before a command that change nothing of what it does. */
const BEFORE = new Set(['sudo', 'time', 'command', 'nohup', 'builtin']);

/** Commands that look, move about or wait: no step of anything. */
const LOOKING = new Set(
  `ls ll la cd pwd clear cls cat less more head tail echo which type man history exit tree find grep
  rg fd open code vim vi nano top htop ps date whoami env printenv du df wc sleep true z`
    .split(/\s+/)
    .filter(Boolean),
);
const LOOKING_GIT = new Set(
  `status log diff show branch blame remote help config reflog describe`.split(' '),
);

const TEST =
  /^(?:npx |yarn |pnpm (?:exec |dlx )?|bunx |poetry run |uv run |python3? -m |bundle exec |\.\/|\.\\)?(?:vitest|jest|mocha|ava|pytest|tox|nox|unittest|rspec|phpunit|playwright test|cypress run|ctest|(?:npm|pnpm|yarn|bun)(?: run)? (?:test|t)\b|(?:cargo|go|dotnet|mix|swift|deno|zig|flutter|dart|rake|sbt|lein|mvnw?|gradlew?|make|just|bazel)(?:\.bat)? (?:[\w:-]*test\w*))/;
const BUILD =
  /^(?:npx |yarn |pnpm (?:exec |dlx )?|bunx |\.\/|\.\\)?(?:tsc|esbuild|webpack|vite build|rollup|cmake|ninja|make\b|msbuild|eslint|mypy|ruff|(?:npm|pnpm|yarn|bun)(?: run)? (?:build|compile|lint|typecheck)\b|(?:cargo|go|dotnet|mix|swift|zig|sbt|mvnw?|gradlew?|just|bazel)(?:\.bat)? (?:build|check|compile|package|assemble|vet|clippy)\b|docker(?:-compose| compose)? build\b)/;

/** What a command proves when it ends well or badly. */
export function groupOf(shape: string): 'test' | 'build' | 'other' {
  return TEST.test(shape) ? 'test' : BUILD.test(shape) ? 'build' : 'other';
}

/** Whether a command only looks at things or moves about. */
export function onlyLooks(shape: string): boolean {
  const [program = '', first = ''] = shape.split(' ');
  if (program === 'git') return LOOKING_GIT.has(first) || first === '';
  return LOOKING.has(program) || /(?:^|\s)(?:--version|--help|-h)$/.test(shape);
}

/**
 * The commands of a command line, in order: what `&&`, `||`, `;` and line ends part. A pipe is one
 * command. Not a shell's grammar: loops, substitutions and here-documents give `[]`, which is to say
 * that nothing is known of the line.
 */
export function commandsOf(line: string): Command[] {
  if (/\$\(|`|<<|^\s*(?:for|while|if|until|case|function)\b|[({]\s*$/.test(line)) return [];
  const commands: Word[][] = [[]];
  for (const piece of pieces(line)) {
    if (typeof piece !== 'string') commands.at(-1)?.push(piece);
    else commands.push([]);
  }
  return commands.flatMap((words) => {
    const start = words.findIndex(({ text }) => !VARIABLE.test(text) && !BEFORE.has(text));
    if (start === -1) return [];
    const own = words.slice(start);
    return { text: own.map(asWritten).join(' '), shape: shapeOf(own).join(' ') };
  });
}

/** The shape of a whole command line: two runs of the same thing have the same. */
export function shapeOfLine(line: string): string {
  const commands = commandsOf(line);
  return commands.length === 0
    ? line.trim().replace(/\s+/g, ' ')
    : commands.map(({ shape }) => shape).join(' && ');
}

/** Words, and a string for what parts commands. */
function pieces(line: string): (Word | string)[] {
  const found: (Word | string)[] = [];
  const token =
    /\s+|(&&|\|\||;|\n)|((?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'";&|\\]|&(?!&)|\|(?!\|))+)/gy;
  for (const [, parting, word] of line.trim().matchAll(token)) {
    if (parting !== undefined) found.push(parting);
    if (word === undefined) continue;
    const text = word.replace(/'([^']*)'|"((?:\\.|[^"\\])*)"/g, '$1$2');
    found.push({ text, quoted: text !== word });
  }
  return found;
}

function shapeOf(words: readonly Word[]): string[] {
  return words.map((word, at) => {
    const before = words[at - 1]?.text ?? '';
    if (at === 0) return word.text;
    if (SAYS_TEXT.test(before) && VERSIONING.has(words[0]?.text ?? '')) return '<text>';
    if (SAYS_SECRET.test(before)) return '<secret>';
    const [, option, value] = /^(--?[\w-]+=)(.+)$/.exec(word.text) ?? [];
    if (option !== undefined && value !== undefined) {
      return option + (SAYS_SECRET.test(option.slice(0, -1)) ? '<secret>' : hole(value, false));
    }
    return hole(word.text, word.quoted);
  });
}

function hole(text: string, quoted: boolean): string {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text) || /^[\w.-]+@[\w.-]+:/.test(text)) return '<url>';
  if (/^(?=.*\d)(?=.*[a-f])[\da-f]{7,40}$/.test(text)) return '<commit>';
  if (/^v?\d+(?:\.\d+)*(?:-[\w.]+)?$/.test(text)) return '<number>';
  if (quoted && /\s/.test(text)) return '<text>';
  if (/^(?=.*\d)(?=.*[a-z])[\w+/=-]{24,}$/i.test(text)) return '<secret>';
  if (isPath(text)) return '<path>';
  return text;
}

/** `./a`, `a/b`, `a.ts`; not `@scope/package`, not `a:b` of a script's name. */
function isPath(text: string): boolean {
  if (text.startsWith('-') || text.startsWith('@')) return false;
  return (
    /[\\/]/.test(text) || /^[\w-][\w.-]*\.[a-z][a-z\d]{0,4}$/i.test(text) || /^\.{1,2}$/.test(text)
  );
}

function asWritten({ text, quoted }: Word): string {
  return quoted && /[\s'"]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : text;
}
