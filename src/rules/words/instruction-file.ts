import { createHash } from 'node:crypto';
import type { Directive } from '../../memory/directive';
import type { MemoryDraft, MemoryKind } from '../../memory/memory';
import { TRUST } from '../../memory/provenance';
import { parseDirective } from './directive';
import { readFrontMatter } from './front-matter';
import { scopeGlob } from './instruction-scope';
import { statementsOf, type Statement } from './statement';

/** A file gives at most this many memories: more is a book, not instructions. */
const STATEMENTS_KEPT = 500;
const CONTEXT_KEPT = 2;
/** Headings that add nothing to what stands under them. */
const EMPTY_HEADING =
  /^(?:.*\.(?:md|mdc)|\W*(?:(?:general|core|key|important|main|basic|additional|project|coding|code|development|cursor|the|agent|ai)\s+)*(?:rules?|guidelines?|instructions?|overview|introduction|principles?|notes?|best practices|conventions?|standards?|summary|description|context|memory|memories|agents|claude|(?:purpose|persona|role)))\W*$/i;
/** Addressed to the model about itself; nothing about the work. */
const PERSONA =
  /^(?:you(?:'re| are)|act as|imagine|assume the role|your (?:role|task|job|goal|mission)|as an? (?:ai|expert|senior|experienced))\b|^(?:this|the following) (?:file|document|guide|section|rules?)\b|^(?:i am|i'm) |^follow (?:these|the following|this)\b/i;
/** A plain statement must say something of something. */
const TELLS =
  /\b(?:is|are|was|were|has|have|had|uses?|lives?|runs?|contains?|provides?|requires?|supports?|defines?|handles?|means?|goes|go|stored?|stands?|located|generated|written|built|managed|deployed|based|can|will|returns?|depends?|expects?|follows?|belongs?|starts?|ends?|takes?|makes?|needs?|works?|lets|allows?|calls?|creates?|reads?|writes?|includes?|exports?|imports?|wraps?|maps?|only|via|with)\b/i;

/**
 * Makes memories of an instruction file (AGENTS.md, CLAUDE.md, copilot-instructions.md, Cursor's and
 * others' rule files): what it demands becomes rules (`must`, `never`) and preferences (`prefer`,
 * `avoid`), what it tells becomes facts. Each knows its file and line, and holds where the file says.
 */
export function readInstructions(file: {
  /** Path in the repository, with forward slashes. */
  path: string;
  text: string;
  repo: string;
  /** When the file last changed, in milliseconds since 1970. */
  at: number;
}): MemoryDraft[] {
  const { globs, body, offset } = readFrontMatter(file.text);
  const glob = scopeGlob(file.path, globs);
  const scope = { repo: file.repo, ...(glob !== undefined && { glob }) };
  const drafts = new Map<string, MemoryDraft>();
  for (const statement of statementsOf(body, offset)) {
    const found = judge(statement);
    if (!found) continue;
    const text = inContext(statement);
    const digest = createHash('sha1').update(text).digest('base64url').slice(0, 16);
    const origin = `file:${file.repo}:${file.path}:${digest}`;
    if (drafts.has(origin)) continue;
    const { line } = statement;
    drafts.set(origin, {
      kind: found.kind,
      text,
      detail: found.directive ? { directive: found.directive } : {},
      scope,
      provenance: {
        source: 'imported',
        from: `${file.path}:${line}`,
        at: file.at,
        trust: TRUST.imported,
        evidence: [{ kind: 'file', text: statement.text, at: file.at, file: file.path, line }],
      },
      status: 'active',
      origin,
    });
    if (drafts.size >= STATEMENTS_KEPT) break;
  }
  return [...drafts.values()];
}

function judge(statement: Statement): { kind: MemoryKind; directive?: Directive } | undefined {
  const { text, prose } = statement;
  if (
    PERSONA.test(text) ||
    /^(?:example|e\.g\.|for example|good|bad|output|input|references?|sources?|see also|link|docs|note)\b\s*:/i.test(
      text,
    )
  ) {
    return undefined;
  }
  const directive = parseDirective(text);
  if (directive) {
    const strict = directive.force === 'must' || directive.force === 'never';
    return { kind: strict ? 'rule' : 'preference', directive };
  }
  const words = text.match(/[\p{L}\p{N}`]+/gu)?.length ?? 0;
  const tells = TELLS.test(text) || /`[^`]+`/.test(text) || /^[^:]{2,40}: \S/.test(text);
  return !prose && words >= 4 && tells && !/[?:]$/.test(text) ? { kind: 'fact' } : undefined;
}

/** A statement with the nearest headings that say what it is about. */
function inContext({ text, context }: Statement): string {
  const telling = context.filter((h) => !EMPTY_HEADING.test(h) && !PERSONA.test(h));
  // The title of a file says what all of it is about; it helps only where nothing nearer does.
  const near = telling.length > 1 ? telling.slice(1) : telling;
  const kept = near.filter((h) => !text.toLowerCase().startsWith(h.toLowerCase()));
  return [kept.slice(-CONTEXT_KEPT).join(' > '), text].filter(Boolean).join(': ');
}
