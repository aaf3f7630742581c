import * as vscode from 'vscode';
import type { EngineLink } from '../engine-link';
import { t } from '../translate';
import { type BreachList, rangeOf } from './breach-list';
import { breachTooltip, TOOLTIP_COMMANDS } from './breach-tooltip';
import type { RuleBook } from './rule-book';

/** Days whose compliance is told. */
const DAYS = 90;

/** Tells, over what breaks a rule, why the rule is and how it is kept. */
export class BreachHover implements vscode.HoverProvider {
  readonly #list: BreachList;
  readonly #book: RuleBook;
  readonly #link: EngineLink;

  constructor(list: BreachList, book: RuleBook, link: EngineLink) {
    this.#list = list;
    this.#book = book;
    this.#link = link;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const breaches = this.#list.in(document).filter((one) => rangeOf(one).contains(position));
    const parts = await Promise.all(
      [...new Map(breaches.map((one) => [one.rule, one])).values()].map(async (breach) => {
        const id = breach.rule;
        const [row, weeks] = await Promise.all([
          this.#book.row(id),
          this.#link.call('compliance', { id, days: DAYS }),
        ]);
        return row ? [breachTooltip(breach, row, weeks, t)] : [];
      }),
    );
    const texts = parts.flat().map((text) => {
      const markdown = new vscode.MarkdownString(text);
      markdown.isTrusted = { enabledCommands: TOOLTIP_COMMANDS };
      return markdown;
    });
    return texts.length === 0 ? undefined : new vscode.Hover(texts);
  }
}
