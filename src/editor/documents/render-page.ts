import { HumanError } from '../../memory/human-error';
import type { EngineLink } from '../engine-link';
import { t } from '../translate';
import { type Link, Page, type Rendered } from './page';
import type { PageAddress } from './page-address';
import { receiptPage } from './receipt-page';
import { recordPage } from './record-page';
import { reportPage } from './report-page';
import { rulePage } from './rule-page';
import { rulesPage, type RulesTold, WEEKS } from './rules-page';
import { whyPage } from './why-page';

/** Asks the engine for what a page shows and writes it down. What is gone is said, with what to do. */
export async function renderPage(link: EngineLink, address: PageAddress): Promise<Rendered> {
  const { kind, about } = address;
  try {
    switch (kind) {
      case 'receipt': {
        const receipt = await link.call('receipt', { id: about });
        return receipt ? receiptPage(receipt, t) : gone();
      }
      case 'why': {
        const showing = await link.call('why', { exposure: about });
        return showing ? whyPage(showing, t) : gone();
      }
      case 'record': {
        const record = await link.call('record', { id: about });
        return record ? recordPage(record, t) : gone();
      }
      case 'report':
        return reportPage(await link.call('report', { days: Number(about) }), t);
      case 'rules':
        return rulesPage(await rulesTold(link), t);
      case 'rule':
        return await oneRule(link, about);
    }
  } catch (error) {
    return failed(error);
  }
}

const DAYS = WEEKS * 7;
/** Rules whose own charts are drawn: those that were met most. */
const CHARTS = 60;

async function rulesTold(link: EngineLink): Promise<RulesTold> {
  const [rows, weeks] = await Promise.all([
    link.call('rules', {}),
    link.call('compliance', { days: DAYS }),
  ]);
  const met = rows
    .filter(({ opportunities }) => opportunities > 0)
    .sort((a, b) => b.opportunities - a.opportunities)
    .slice(0, CHARTS);
  const charts = await Promise.all(
    met.map(async ({ memory: { id } }) => {
      return [id, await link.call('compliance', { id, days: DAYS })] as const;
    }),
  );
  return { rows, weeks, byRule: new Map(charts), now: Date.now() };
}

async function oneRule(link: EngineLink, id: string): Promise<Rendered> {
  const [rows, weeks] = await Promise.all([
    link.call('rules', {}),
    link.call('compliance', { id, days: DAYS }),
  ]);
  const row = rows.find(({ memory }) => memory.id === id);
  return row ? rulePage(row, weeks, Date.now(), t) : gone();
}

function gone(): Rendered {
  return told(
    t('This is gone'),
    t('The memory was forgotten, and with it all that was shown of it.'),
    {
      text: t('Undo Last Change'),
      command: 'mneme.undo',
      arguments: [],
    },
  );
}

function failed(error: unknown): Rendered {
  const [happened, remedy] =
    error instanceof HumanError
      ? [error.happened, error.remedy]
      : [error instanceof Error ? error.message : String(error), t('The log says more.')];
  return told(happened, remedy, { text: t('Show Log'), command: 'mneme.showLog', arguments: [] });
}

function told(happened: string, remedy: string, link: Link): Rendered {
  return new Page().heading(1, happened).line(remedy).links([link]).render();
}
