import type { Grounds } from '../../memory/receipt';
import type { Translate } from '../translate';
import type { Page } from './page';
import { bar } from './sparkline';

/** Characters of the longest bar. */
const WIDTH = 16;

/** The parts of a score, the weightiest first, with bars to compare them by, and their sum. */
export function addReasons(page: Page, { reasons, score }: Grounds, t: Translate): void {
  const ordered = [...reasons].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const most = Math.abs(ordered[0]?.value ?? 1);
  for (const { value, words } of ordered) {
    const drawn = bar(Math.abs(value) / most, WIDTH).padEnd(WIDTH);
    page.line(`  ${signed(value)}  ${drawn}  ${words}`);
  }
  page.line(`  ${score.toFixed(2).padStart(5)}  ${''.padEnd(WIDTH)}  ${t('together')}`);
}

/** `+0.50`, `−0.06`. */
function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}
