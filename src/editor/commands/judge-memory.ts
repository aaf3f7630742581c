import type { Verdict } from '../../memory/outcome';
import type { Parts } from '../parts';
import { t } from '../translate';
import { oneLine, percent } from '../words';
import { givenExposure } from './given';
import { tell } from './tend-memory';

/** The user's word on one recalled memory; shows the quality it has from now on. */
export async function judge(parts: Parts, given: unknown, verdict: Verdict): Promise<void> {
  const exposure = givenExposure(given, parts.recalled.view);
  if (exposure === undefined) {
    tell(t('Select a recalled memory first.'));
    return;
  }
  const row = await parts.link.call('verdict', { exposure, verdict });
  parts.recalled.judge(exposure, { verdict, row });
  parts.memories.refresh();
  const text = oneLine(row.memory.text, 40);
  tell(
    verdict === 'helped'
      ? t('Helped: “{0}” now stands at {1}', text, percent(row.mean))
      : t('Misled: “{0}” now stands at {1}', text, percent(row.mean)),
  );
}
