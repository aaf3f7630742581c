import type { LearningReport, Moved, Repeated, Spared } from '../../memory/learning-report';
import type { Tally } from '../../memory/receipt';
import type { Translate } from '../translate';
import { dateWords, dayWords, momentWords } from '../when';
import { doorWords, kindWords, KINDS_IN_ORDER, oneLine, percent } from '../words';
import { type Link, Page, type Rendered } from './page';
import { bar } from './sparkline';

/** Rows of a list, and characters of a memory in one. */
const LISTED = 10;
const SHORT = 80;
/** Characters of a week's bar. */
const WIDTH = 20;

/** What learning came to: shown, helped, misled, unknown; what rose and sank; what was spared. */
export function reportPage(report: LearningReport, t: Translate): Rendered {
  const page = new Page();
  const { since, until, doors, tokens } = report;
  page.heading(1, t('Learning report, {0} to {1}', dateWords(since), dateWords(until)));
  const shown = doors.reduce((sum, door) => sum + door.shown, 0);
  const all = doors.map(({ tally }) => tally).reduce(added, NONE);
  if (shown === 0) {
    page.line(t('Nothing was shown to an assistant or to you in this time.'));
    page.links([
      { text: t('Recall for This Task'), command: 'mneme.recall', arguments: [] },
      { text: t('Learn from This Repository'), command: 'mneme.learn', arguments: [] },
    ]);
  } else {
    page.line(
      t(
        'Memories were shown {0} times: {1} helped, {2} misled, {3} ignored, {4} unknown.',
        shown,
        all.helped,
        all.harmed,
        all.ignored,
        all.unknown,
      ),
    );
    page.line(t('Unknown: nothing that was seen in the editor speaks for or against them.'));
    page.links([
      { text: t('What Did the Assistant See?'), command: 'mneme.showReceipts', arguments: [] },
    ]);
  }
  if (isEmpty(report)) return page.render();
  addDoors(page, report, t);
  addWeeks(page, report, t);
  addMoved(page, t('What rose'), report.rose, t);
  addMoved(page, t('What sank'), report.sank, t);
  addQuarantined(page, report, t);
  addCorrections(page, report, t);
  if (tokens.receipts > 0) {
    page.heading(2, t('Tokens'));
    const share = tokens.everything === 0 ? 1 : tokens.given / tokens.everything;
    page.line(
      t(
        'Given: {0} in {1} goes. Loading all that holds in the repository each time: about {2}. That is {3}.',
        numbered(tokens.given),
        tokens.receipts,
        numbered(tokens.everything),
        share < 0.01 ? t('less than 1 % of it') : t('{0} of it', percent(share)),
      ),
    );
  }
  addLearned(page, report, t);
  return page.render();
}

/** Whether there is nothing to tell but what to do. */
function isEmpty({ weeks, learned, quarantined }: LearningReport): boolean {
  return (
    weeks.every(({ shown }) => shown === 0) &&
    Object.keys(learned).length === 0 &&
    quarantined.length === 0
  );
}

const NONE: Tally = { helped: 0, harmed: 0, ignored: 0, unknown: 0 };

function added(a: Tally, b: Tally): Tally {
  return {
    helped: a.helped + b.helped,
    harmed: a.harmed + b.harmed,
    ignored: a.ignored + b.ignored,
    unknown: a.unknown + b.unknown,
  };
}

function addDoors(page: Page, { doors }: LearningReport, t: Translate): void {
  if (doors.length === 0) return;
  page.heading(2, t('By way'));
  const columns = [t('shown'), t('helped'), t('misled'), t('ignored'), t('unknown')];
  const cells = (values: readonly (string | number)[]): string =>
    values.map((value, at) => String(value).padStart((columns[at] ?? '').length + 2)).join('');
  page.line(`  ${''.padEnd(18)}${cells(columns)}`);
  for (const { door, shown, tally } of doors) {
    const { helped, harmed, ignored, unknown } = tally;
    const values = cells([shown, helped, harmed, ignored, unknown]);
    page.line(`  ${doorWords(door, t).padEnd(18)}${values}`);
  }
}

function addWeeks(page: Page, { weeks }: LearningReport, t: Translate): void {
  page.heading(2, t('Share of showings that helped, week by week'));
  for (const { since, shown, tally } of weeks) {
    const share = tally.helped / Math.max(1, shown);
    const words =
      shown === 0
        ? t('nothing shown')
        : t('{0} · {1} of {2}, {3} unknown', percent(share), tally.helped, shown, tally.unknown);
    page.line(`  ${dayWords(since).padEnd(8)} ${bar(share, WIDTH).padEnd(WIDTH)}  ${words}`);
  }
}

function addMoved(page: Page, title: string, moved: readonly Moved[], t: Translate): void {
  page.heading(2, title);
  if (moved.length === 0) page.line(t('Nothing.'));
  for (const { id, text, before, after } of moved) {
    page.line(
      `  ${percent(before).padStart(5)} → ${percent(after).padStart(5)}  `,
      record(id, text),
    );
  }
}

function addQuarantined(page: Page, { quarantined }: LearningReport, t: Translate): void {
  page.heading(2, t('What was quarantined'));
  if (quarantined.length === 0) page.line(t('Nothing.'));
  for (const { id, text, at, reason, status } of quarantined) {
    page.line(`  ${momentWords(at)}  `, record(id, text));
    const restore: Link = { text: t('Restore'), command: 'mneme.restore', arguments: [id] };
    const end = status === 'quarantined' ? [restore] : [t('it was restored since')];
    page.line(`    ${reason} · `, ...end);
  }
}

function addCorrections(page: Page, { spared, repeated }: LearningReport, t: Translate): void {
  page.heading(2, t('Corrections'));
  const followed = spared.filter((one) => one.followed).length;
  page.line(
    t(
      'Shown and not to be made again since: {0}, of which {1} were seen to be followed. Made again: {2}.',
      spared.length,
      followed,
      repeated.length,
    ),
  );
  for (const one of spared.slice(0, LISTED))
    page.line(`  ✓ `, record(one.id, one.text), ended(one, t));
  more(page, spared.length, t);
  for (const one of repeated.slice(0, LISTED))
    page.line(`  ↻ `, record(one.id, one.text), made(one, t));
  more(page, repeated.length, t);
}

function ended({ shown, followed }: Spared, t: Translate): string {
  const words = followed ? t('followed') : t('not written again');
  return ` · ${words} · ${t('{0} shown', shown)}`;
}

function made({ times, shownBefore }: Repeated, t: Translate): string {
  const words = shownBefore ? t('although it had been shown') : t('it had not been shown');
  return ` · ${t('made {0} times again', times)} · ${words}`;
}

function more(page: Page, all: number, t: Translate): void {
  if (all > LISTED) page.line(`    ${t('and {0} more', all - LISTED)}`);
}

function addLearned(page: Page, { learned }: LearningReport, t: Translate): void {
  page.heading(2, t('What was learned'));
  const parts = KINDS_IN_ORDER.flatMap((kind) => {
    const count = learned[kind] ?? 0;
    if (count === 0) return [];
    const { one, many } = kindWords(kind, t);
    return `${numbered(count)} ${count === 1 ? one : many}`;
  });
  page.line(parts.join(', ') || t('Nothing.'));
}

function record(id: string, text: string): Link {
  return { text: oneLine(text, SHORT), command: 'mneme.openRecord', arguments: [id] };
}

function numbered(count: number): string {
  return count.toLocaleString();
}
