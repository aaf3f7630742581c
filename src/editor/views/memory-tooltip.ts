import type { Evidence } from '../../memory/evidence';
import type { Memory } from '../../memory/memory';
import { codeBlock, diffBlock, escapeMarkdown } from '../markdown';
import type { Translate } from '../translate';
import { kindWords, oneLine, percent, scopeWords, sourceWords, statusWords } from '../words';

/** Pieces of evidence that a tooltip shows, the newest. */
const EVIDENCE_SHOWN = 4;

/** Quality as far as it is known to who shows the memory. */
export interface Rated {
  memory: Memory;
  mean?: number;
  lowerBound?: number;
}

/** All about a memory as Markdown: what, where it holds, how good it is, and why it exists. */
export function memoryTooltip({ memory, mean, lowerBound }: Rated, t: Translate): string {
  const head = [
    `**${kindWords(memory.kind, t).one}**`,
    statusWords(memory.status, t),
    escapeMarkdown(scopeWords(memory.scope, t)),
  ].join(' · ');
  const parts = [head, escapeMarkdown(memory.text), ...detailParts(memory, t)];
  if (mean !== undefined && lowerBound !== undefined) {
    parts.push(
      t(
        'Helps when shown: **{0}**, at least {1}. Times shown: {2}.',
        percent(mean),
        percent(lowerBound),
        memory.quality.shown,
      ),
    );
    const { helped, harmed } = memory.quality;
    if (helped + harmed > 0) {
      parts.push(
        t(
          'Evidence that it helps: {0}, that it misleads: {1}; a verdict of yours counts 1.',
          helped.toFixed(1),
          harmed.toFixed(1),
        ),
      );
    }
  }
  parts.push(...whyParts(memory, t));
  return parts.join('\n\n');
}

function detailParts({ detail }: Memory, t: Translate): string[] {
  const parts: string[] = [];
  if (detail.before !== undefined || detail.after !== undefined) {
    parts.push(diffBlock(detail.before ?? '', detail.after ?? ''));
  }
  if (detail.problem !== undefined)
    parts.push(`${t('Problem:')} ${escapeMarkdown(detail.problem)}`);
  if (detail.solution !== undefined) {
    parts.push(`${t('Solution:')} ${escapeMarkdown(detail.solution)}`);
  }
  if (detail.steps?.length) parts.push(codeBlock(detail.steps.join('\n')));
  if (detail.reason !== undefined) parts.push(`${t('Because:')} ${escapeMarkdown(detail.reason)}`);
  return parts;
}

function whyParts({ provenance }: Memory, t: Translate): string[] {
  const from = t(
    '{0} · {1} · trusted {2}',
    escapeMarkdown(provenance.from),
    sourceWords(provenance.source, t),
    percent(provenance.trust),
  );
  const { evidence } = provenance;
  if (evidence.length === 0) return [from];
  const shown = evidence.slice(-EVIDENCE_SHOWN).reverse();
  const lines = shown.map((piece) => `- ${escapeMarkdown(evidenceWords(piece))}`);
  if (evidence.length > shown.length) {
    lines.push(`- ${t('and {0} more', evidence.length - shown.length)}`);
  }
  return [from, lines.join('\n')];
}

/** A piece of evidence on one line: `src/a.ts:12: …`. */
export function evidenceWords({ text, file, line }: Evidence): string {
  const where = file === undefined ? '' : line === undefined ? `${file}: ` : `${file}:${line}: `;
  return where + oneLine(text, 160);
}
