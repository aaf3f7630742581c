import { isProhibition } from '../../memory/directive';
import type { BoundarySpec } from '../../memory/detector';
import type { Said } from '../said';
import { globOf } from '../place';

type Check = BoundarySpec['check'];
type Style = Extract<Check, { of: 'name' }>['style'];

const STYLES: readonly (readonly [RegExp, Style])[] = [
  [/\bkebab[- ]?case\b|\blower-?case with (?:dashes|hyphens)\b/gi, 'kebab-case'],
  [/\bcamel ?case\b/gi, 'camelCase'],
  [/\bpascal[- ]?case\b|\bupper ?camel ?case\b/gi, 'PascalCase'],
  [/\bsnake[_ -]?case\b|\blower-?case with underscores\b/gi, 'snake_case'],
];
const FILES =
  /^(?:(?:all|source|code|our|the|your|new) )*(?:(component|test|react component|hook|typescript|python|js|ts|javascript) )?(?:file ?names?|files|names of files)$/i;
const FOLDERS =
  /^(?:all |the |our )*(?:(files?|file ?names?) and )?(?:directory|directories|folders?)(?: names?)?(?: and (files?|file ?names?))?$/i;
const COMPONENTS = '**/*.{tsx,jsx,vue,svelte}';
const KINDS: Readonly<Record<string, string>> = {
  component: COMPONENTS,
  'react component': COMPONENTS,
  test: '**/*.{test,spec}.*',
  hook: '**/use*.{ts,tsx,js,jsx}',
  typescript: '**/*.{ts,tsx}',
  ts: '**/*.{ts,tsx}',
  javascript: '**/*.{js,jsx,mjs,cjs}',
  js: '**/*.{js,jsx,mjs,cjs}',
  python: '**/*.py',
};

/** "File names in kebab-case": one style, and nothing but files. */
export function nameRule({ directive, glob }: Said): Check | undefined {
  const { subject, condition, alternative, force } = directive;
  if (condition !== undefined || alternative !== undefined) return undefined;
  if (force !== 'must' && force !== 'prefer') return undefined;
  const styles = STYLES.filter(([name]) => new RegExp(name.source, 'i').test(subject));
  const [style] = styles;
  if (style === undefined || styles.length > 1) return undefined;
  const rest = subject
    .replace(style[0], ' ')
    .replace(/\s*[([](?:e\.?g\.?|like|such as|for example)?[^)\]]*[)\]]\s*$/i, '')
    .replace(/[`"']/g, '')
    .replace(
      /\b(?:use|name|named|naming|written|write|keep|be|are|is|for|in|with|should|must|always|follow|the|a|naming convention|conventions?|convention|all)\b/gi,
      ' ',
    )
    .replace(/[\s:,.]+/g, ' ')
    .trim();
  const folders = FOLDERS.exec(rest);
  if (folders !== null) {
    const parts = (folders[1] ?? folders[2]) ? 'both' : 'folders';
    return { of: 'name', files: glob ?? '**', parts, style: style[1] };
  }
  const match = FILES.exec(rest);
  if (match === null) return undefined;
  const kind = match[1]?.toLowerCase();
  const files = kind === undefined ? (glob ?? '**') : KINDS[kind];
  return files === undefined ? undefined : { of: 'name', files, style: style[1] };
}

const FORBIDDEN =
  /^(?:(?:ever )?(?:commit|add|create|have|use|check in|introduce|push|include)(?:ting|ing)?\s+)?(?:any |new |a |an |the |your |our )?(`[^`\s]+`|\.env|[\w*.-]*\*\.\w{1,5}|index\.[jt]sx?)(?: or (`[^`\s]+`))?(?: barrels?| barrel| config(?:uration)?| secret)*(?: files?)?(?: (?:to|into) (?:the |version |source )*(?:repo|repository|git|control|version control|source control))?$/i;

/** "Never commit `.env` files": files that must not be there, by their names. */
export function forbiddenRule({ directive, glob }: Said): Check | undefined {
  if (!isProhibition(directive) || directive.condition !== undefined) return undefined;
  const { subject } = directive;
  const match = FORBIDDEN.exec(subject.trim());
  const named: (string | undefined)[] = [match?.[1], match?.[2]];
  const names = named.flatMap((name) => (name === undefined ? [] : [name.replace(/`/g, '')]));
  const isOfFiles = /\bfiles?\b|\bbarrels?\b|\bcommit|\bcheck in\b|\bpush\b/i.test(subject);
  if (names.length === 0 || !isOfFiles || !names.every(isFileName)) return undefined;
  const globs = names.map((name) => {
    const file = /^\.[a-z]{1,5}$/.test(name) && name !== '.env' ? `*${name}` : name;
    return glob === undefined ? file : `${glob.replace(/\/?\*\*$/, '')}/**/${file}`;
  });
  return { of: 'forbidden', files: globs.length === 1 ? (globs[0] ?? '') : `{${globs.join(',')}}` };
}

function isFileName(name: string): boolean {
  return /^(?:[\w*@-]+\/)*(?:\.env[\w.*]*|\.[a-z]{1,5}|[\w*-]+(?:\.[\w*-]+)*\.[a-z]{1,5})$/i.test(
    name,
  );
}

const COUNT = String.raw`(under|below|less than|fewer than|shorter than|at most|no more than|not more than|no longer than|not longer than|not exceed|up to|within|max(?:imum)?(?: of)?|not be longer than|limited to|to|a maximum of)\s+(?:about |around |~)?(\d{1,5})\s+lines?(?: of code| long| each)?`;
const UNIT = String.raw`(?:all |the |our |your |source |individual |each |every )*(files?|functions?|methods?|functions? (?:and|or) methods?|methods? (?:and|or) functions?)(?: (?:length|size|bodies|body))?`;
const SIZE = new RegExp(
  String.raw`^(?:keep |limit |restrict )?${UNIT}(?: (?:be|are|is|should be|stay|kept|to be|small|short|should|must))*(?: \()?\s*${COUNT}\)?$`,
  'i',
);
const PER = new RegExp(
  String.raw`^(?:(?:a )?max(?:imum)?(?: of)?|at most|no more than|up to)\s+(\d{1,5}) lines?(?: of code)? (?:per|in a|for each|for a) (file|function|method)$`,
  'i',
);
const LONGER =
  /^(?:write |have |create |allow )?(files?|functions?|methods?) (?:be )?(?:longer than|of more than|over|exceeding|with more than|exceed|bigger than|larger than|more than) (\d{1,5}) lines?(?: of code| long)?$/i;

/** "Keep functions under 50 lines", "files of at most 300 lines". */
export function sizeRule({ directive }: Said): Check | undefined {
  if (directive.condition !== undefined) return undefined;
  const subject = directive.subject.trim();
  const longer = isProhibition(directive) ? LONGER.exec(subject) : null;
  if (longer) return sized(longer[1], Number(longer[2]));
  if (isProhibition(directive)) return undefined;
  const per = PER.exec(subject);
  if (per) return sized(per[2], Number(per[1]));
  const [, unit, by = '', count] = SIZE.exec(subject) ?? [];
  const isBelow = /^(?:under|below|less|fewer|shorter)/i.test(by);
  return sized(unit, Number(count) - (isBelow ? 1 : 0));
}

function sized(unit: string | undefined, lines: number): Check | undefined {
  if (unit === undefined || !(lines > 0)) return undefined;
  return { of: 'size', unit: /^file/i.test(unit) ? 'file' : 'function', lines };
}

const HAS = String.raw`(?:must have|should have|shall have|needs?|has to have|have to have|has|have|gets?|comes? with|requires?)`;
const BESIDE_CODE = new RegExp(
  String.raw`^(?:each|every|all) \`([^\`]+)\`(?: files?)?(?: (?:in|under|of) \`?([\w./-]+)\`?)? ${HAS} (?:a |an |its )?(?:own |matching |corresponding |sibling )*\`([^\`]+)\`(?: (?:files?|beside it|next to it|sibling))*$`,
  'i',
);
const BESIDE_WORDS = new RegExp(
  String.raw`^(?:each|every|all)(?: of (?:the|our))? (?:react |ui |new )*(components?|hooks?) ${HAS} (?:a |an |its |their )?(?:own |matching |corresponding |co-?located |unit )*(tests?|spec|story|stories|test file|spec file)(?: files?)?(?: (?:beside it|next to it|alongside it))?$`,
  'i',
);
const NO_SUBJECT = ['**/*.{test,spec,stories}.*', '**/index.*', '**/*.d.ts', '**/__tests__/**'];
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  test: ['{folder}/{name}.{test,spec}.*', '{folder}/__tests__/{name}.*'],
  stor: ['{folder}/{name}.stories.*'],
};

/** "Every component has a test": what must lie beside a file. */
export function companionRule({ text, directive }: Said): Check | undefined {
  if (directive.condition !== undefined || isProhibition(directive)) return undefined;
  const words = text.trim().replace(/[.!;]+$/, '');
  const [, files, folder, beside] = BESIDE_CODE.exec(words) ?? [];
  const besideName = /^\*(\.[\w.-]+)$/.exec(beside ?? '')?.[1];
  if (files !== undefined && besideName !== undefined && /^\*\.[\w.]+$/.test(files)) {
    const where =
      folder === undefined ? files : globOf(`${folder}/`).replace(/\*\*$/, `**/${files}`);
    const except = [`**/*${besideName}`, '**/*.d.ts'];
    return {
      of: 'companion',
      files: where,
      except,
      beside: [`{folder}/{name}${besideName}`],
      absent: false,
    };
  }
  const [, thing, other] = BESIDE_WORDS.exec(words) ?? [];
  if (thing === undefined || other === undefined) return undefined;
  return {
    of: 'companion',
    files: /^hook/i.test(thing)
      ? '**/use[A-Z]*.{ts,tsx,js,jsx}'
      : '**/components/**/*.{tsx,jsx,vue,svelte}',
    except: NO_SUBJECT,
    beside: [...(BESIDE[/^stor/i.test(other) ? 'stor' : 'test'] ?? [])],
    absent: false,
  };
}
