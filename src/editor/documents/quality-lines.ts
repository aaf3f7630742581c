import type { MemoryRecord } from '../../memory/memory-record';
import type { Translate } from '../translate';
import { dayWords } from '../when';
import { percent } from '../words';
import type { Page } from './page';
import { overTime, sparkline } from './sparkline';

/** Bars of the curve. */
const STEPS = 40;

/** A memory's quality in words and numbers, and the way it went over time. */
export function addQuality(page: Page, record: MemoryRecord, t: Translate): void {
  const { mean, lowerBound, tally, curve } = record;
  const { helped, harmed, ignored, unknown } = tally;
  const shown = helped + harmed + ignored + unknown;
  page.line(standing(record, shown, t));
  page.line(
    t(
      'Helps when shown: {0}; at least {1}, as far as is known. It is ranked by the lower figure, so that what is hardly tried stands back.',
      percent(mean),
      percent(lowerBound),
    ),
  );
  page.line(
    t(
      'Times shown: {0}, of which {1} helped, {2} misled, {3} were ignored, {4} are unknown.',
      shown,
      helped,
      harmed,
      ignored,
      unknown,
    ),
  );
  const [first, last] = [curve[0], curve.at(-1)];
  if (!first || !last || curve.length < 3) return;
  page.blank();
  const values = overTime(
    curve.map(({ at, mean: value }) => ({ at, value })),
    STEPS,
  );
  page.line(`  ${percent(first.mean)}  ${sparkline(values)}  ${percent(last.mean)}`);
  page.line(`  ${t('from {0} to {1}', dayWords(first.at), dayWords(last.at))}`);
}

function standing({ memory, mean }: MemoryRecord, shown: number, t: Translate): string {
  const { helped, harmed } = memory.quality;
  if (shown === 0) return t('Nobody was shown it yet: it stands by who said it alone.');
  if (helped + harmed === 0) {
    return t('Nothing that was seen speaks for or against it yet: it stands by who said it.');
  }
  if (mean >= 0.75) return t('It has done well.');
  if (mean >= 0.5) return t('It has helped more often than it misled, as far as is known.');
  if (mean >= 0.3) return t('It has misled about as often as it helped, or more.');
  return t('It has misled.');
}
