import type { Evidence } from '../../memory/evidence';
import type { Memory } from '../../memory/memory';
import type { MemoryRecord } from '../../memory/memory-record';
import type { Signal } from '../../memory/signal';
import type { Translate } from '../translate';
import { lineOf, signalRow } from '../views/signal-row';
import { momentWords } from '../when';
import {
  doorWords,
  kindWords,
  oneLine,
  percent,
  scopeWords,
  shortWords,
  sourceWords,
  statusWords,
  verdictWords,
} from '../words';
import { type Link, Page, type Rendered } from './page';
import { addQuality } from './quality-lines';

/** How a memory has done and why it exists: quality, outcomes, showings, evidence, changes. */
export function recordPage(record: MemoryRecord, t: Translate): Rendered {
  const { memory, journal } = record;
  const page = new Page();
  page.heading(1, shortWords(memory, 90));
  page.line(
    [
      kindWords(memory.kind, t).one,
      statusWords(memory.status, t),
      scopeWords(memory.scope, t),
    ].join(' · '),
  );
  page.quote(memory.text);
  addChange(page, memory);
  page.blank().links(actions(memory, t));
  if (memory.status === 'quarantined') addQuarantine(page, record, t);

  page.heading(2, t('Quality'));
  addQuality(page, record, t);
  page.heading(2, t('What this rests on'));
  addOutcomes(page, record, t);
  page.heading(2, t('Where it was shown'));
  addShowings(page, record, t);
  page.heading(2, t('Why it exists'));
  addProvenance(page, memory, t);
  page.heading(2, t('What was done to it'));
  for (const { at, actor, summary } of journal) {
    page.line(`${momentWords(at)}  ${actor === 'user' ? t('you') : actor}: ${oneLine(summary)}`);
  }
  return page.render();
}

function actions({ id, status }: Memory, t: Translate): Link[] {
  const link = (text: string, command: string): Link => ({ text, command, arguments: [id] });
  return [
    ...(status === 'active' || status === 'candidate' ? [] : [link(t('Restore'), 'mneme.restore')]),
    link(t('Correct'), 'mneme.correct'),
    link(t('Why Was This Shown?'), 'mneme.whyShown'),
    link(t('Open in Graph'), 'mneme.openInGraph'),
    link(t('Forget'), 'mneme.forget'),
  ];
}

function addQuarantine(page: Page, { memory, journal }: MemoryRecord, t: Translate): void {
  const entry = journal.find(({ action }) => action === 'quarantine');
  page.heading(2, t('Quarantined'));
  page.line(
    t('It is shown to nobody until you restore it.'),
    entry ? ` ${t('Since {0}: {1}', momentWords(entry.at), entry.summary)}` : '',
  );
  page.links([{ text: t('Restore'), command: 'mneme.restore', arguments: [memory.id] }]);
}

function addChange(page: Page, { detail }: Memory): void {
  if (detail.before === undefined && detail.after === undefined) return;
  page.blank();
  if (detail.before) page.quote(detail.before, '- ');
  if (detail.after) page.quote(detail.after, '+ ');
}

function addOutcomes(page: Page, { outcomes, memory }: MemoryRecord, t: Translate): void {
  if (outcomes.length === 0) page.line(t('No outcome is known yet.'));
  for (const { outcome, signals } of outcomes) {
    const { at, verdict, weight, reason } = outcome;
    page.line(
      `${momentWords(at)}  ${verdictWords(verdict, t)}, ${t('weight {0}', weight.toFixed(2))}: ${reason}`,
    );
    for (const signal of signals) page.line('    ', signalRow(signal, t).label, ...seenAt(signal));
    if (signals.length < outcome.signals.length) {
      page.line('    ', t('What was seen then was folded into an episode since.'));
    }
  }
  if (outcomes.length > 0 && memory.quality.helped + memory.quality.harmed > 0) {
    page.blank().line(t('Evidence fades, so what is old weighs less than it says here.'));
  }
}

function seenAt(signal: Signal): (string | Link)[] {
  const { file, repo } = signal;
  if (file === undefined) return [];
  return [' · ', placeLink(repo, file, lineOf(signal))];
}

function addShowings(page: Page, { showings, tally }: MemoryRecord, t: Translate): void {
  if (showings.length === 0) page.line(t('Nobody was shown it yet.'));
  for (const { at, door, sentence, rank, verdict, receipt, exposure } of showings) {
    page.line(
      `${momentWords(at)}  ${verdictWords(verdict, t).padEnd(8)} ${t('number {0}', rank)} · ${doorWords(door, t)} · `,
      {
        text: sentence === '' ? t('all that was shown') : `“${oneLine(sentence, 60)}”`,
        command: 'mneme.openReceipt',
        arguments: [receipt],
      },
      ' · ',
      { text: t('why'), command: 'mneme.whyShown', arguments: [{ exposure }] },
    );
  }
  const all = tally.helped + tally.harmed + tally.ignored + tally.unknown;
  if (all > showings.length) page.line(t('and {0} earlier ones', all - showings.length));
}

function addProvenance(page: Page, { provenance, scope }: Memory, t: Translate): void {
  const { source, from, trust, at, evidence } = provenance;
  const said = t('{0} · {1} · trusted {2}', from, sourceWords(source, t), percent(trust));
  page.line(`${momentWords(at)}  ${said}`);
  for (const piece of [...evidence].reverse()) addEvidence(page, piece, scope.repo, t);
}

function addEvidence(
  page: Page,
  { kind, text, at, file, line }: Evidence,
  repo: string | undefined,
  t: Translate,
): void {
  const where = file === undefined ? [] : [' · ', placeLink(repo, file, line)];
  if (kind === 'diff') {
    page.line(`${momentWords(at)}  ${t('this edit')}`, ...where);
    page.quote(text, '    ');
  } else {
    page.line(`${momentWords(at)}  ${oneLine(text, 200)}`, ...where);
  }
}

function placeLink(repo: string | undefined, file: string, line: number | undefined): Link {
  return {
    text: line === undefined ? file : `${file}:${line}`,
    command: 'mneme.openEvidence',
    arguments: [{ repo, file, ...(line !== undefined && { line }) }],
  };
}
