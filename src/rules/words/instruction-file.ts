import { createHash } from 'node:crypto';
import type { Force } from '../../memory/directive';
import type { MemoryDraft, MemoryKind } from '../../memory/memory';
import { TRUST } from '../../memory/provenance';
import type { Scope } from '../../memory/scope';
import { isAside, isPersona } from './aside';
import { readFrontMatter } from './front-matter';
import { scopeGlob } from './instruction-scope';
import { scopeOfSaid } from './holding';
import type { LinedSaid } from './reading';
import { saidOfStatements } from './said-statements';
import { statementsOf, type Statement } from './statement';

/** A file gives at most this many memories: more is a book, not instructions. */
const STATEMENTS_KEPT = 500;
const CONTEXT_KEPT = 2;
/** Written for people, who are told much that is no knowledge of the code: only its rules count. */
const FOR_PEOPLE = /(?:^|\/)CONTRIBUTING\.md$/;
const KINDS: Readonly<Record<Force, MemoryKind>> = {
  must: 'rule',
  never: 'rule',
  prefer: 'preference',
  avoid: 'preference',
};
/** Headings that add nothing to what stands under them. */
const EMPTY_HEADING =
  /^(?:.*\.(?:md|mdc)|\W*(?:(?:general|core|key|important|main|basic|additional|project|coding|code|development|cursor|the|agent|ai)\s+)*(?:rules?|guidelines?|instructions?|overview|introduction|principles?|notes?|best practices|conventions?|standards?|summary|description|context|memory|memories|agents|claude|(?:purpose|persona|role)))\W*$/i;
/** A plain statement must say something of something. */
const TELLS =
  /\b(?:is|are|was|were|has|have|had|uses?|lives?|runs?|contains?|provides?|requires?|supports?|defines?|handles?|means?|goes|go|stored?|stands?|located|generated|written|built|managed|deployed|based|can|will|returns?|depends?|expects?|follows?|belongs?|starts?|ends?|takes?|makes?|needs?|works?|lets|allows?|calls?|creates?|reads?|writes?|includes?|exports?|imports?|wraps?|maps?|only|via|with)\b/i;

/**
 * Makes memories of an instruction file (AGENTS.md, CLAUDE.md, copilot-instructions.md, Cursor's and
 * others' rule files, CONTRIBUTING.md): what it demands becomes rules (`must`, `never`) and preferences (`prefer`,
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
  const statements = statementsOf(body, offset);
  const said = saidOfStatements(statements, scope);
  for (const [index, statement] of statements.entries()) {
    const all = learned(statement, said[index] ?? [], scope).filter(
      ({ kind }) => kind !== 'fact' || !FOR_PEOPLE.test(file.path),
    );
    for (const { kind, sentence, line, ...rest } of all) {
      const text = inContext(sentence, statement.context);
      const digest = createHash('sha1').update(text).digest('base64url').slice(0, 16);
      const origin = `file:${file.repo}:${file.path}:${digest}`;
      if (drafts.has(origin)) continue;
      drafts.set(origin, {
        kind,
        text,
        ...rest,
        provenance: {
          source: 'imported',
          from: `${file.path}:${line}`,
          at: file.at,
          trust: TRUST.imported,
          evidence: [{ kind: 'file', text: sentence, at: file.at, file: file.path, line }],
        },
        status: 'active',
        origin,
      });
      if (drafts.size >= STATEMENTS_KEPT) return [...drafts.values()];
    }
  }
  return [...drafts.values()];
}

type Learned = Pick<MemoryDraft, 'kind' | 'detail' | 'scope'> & { sentence: string; line: number };

/** What a statement teaches: each of its demands, or else the fact that it is. */
function learned(statement: Statement, found: readonly LinedSaid[], scope: Scope): Learned[] {
  if (found.length === 0) {
    const { text: sentence, line } = statement;
    return isFact(statement) ? [{ kind: 'fact', detail: {}, scope, sentence, line }] : [];
  }
  return found.map((said) => ({
    kind: KINDS[said.directive.force],
    detail: { directive: said.directive },
    scope: scopeOfSaid(said, scope),
    sentence: said.words,
    line: said.line,
  }));
}

function isFact({ text, prose }: Statement): boolean {
  if (prose || isAside(text) || /[?:]$/.test(text)) return false;
  const words = text.match(/[\p{L}\p{N}`]+/gu)?.length ?? 0;
  return words >= 4 && (TELLS.test(text) || /`[^`]+`/.test(text) || /^[^:]{2,40}: \S/.test(text));
}

/** A statement with the nearest headings that say what it is about. */
function inContext(text: string, context: readonly string[]): string {
  const telling = context.filter((h) => !EMPTY_HEADING.test(h) && !isPersona(h));
  // The title of a file says what all of it is about; it helps only where nothing nearer does.
  const near = telling.length > 1 ? telling.slice(1) : telling;
  const kept = near.filter((h) => !text.toLowerCase().startsWith(h.toLowerCase()));
  return [kept.slice(-CONTEXT_KEPT).join(' > '), text].filter(Boolean).join(': ');
}
