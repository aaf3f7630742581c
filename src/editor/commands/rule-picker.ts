import * as vscode from 'vscode';
import type { RuleRow } from '../../memory/rule-row';
import { escapeIcons } from '../markdown';
import type { Parts } from '../parts';
import { keptWords, stateWords } from '../rules/rule-words';
import { t } from '../translate';
import { scopeWords, shortWords } from '../words';
import { givenMemory } from './given';
import { tell } from './tend-memory';

interface RuleItem extends vscode.QuickPickItem {
  readonly row: RuleRow;
}

/** The rule that a row, an id or a pick names, of those that fit; `undefined` when called off. */
export async function chosenRule(
  { rules, rulesTree }: Parts,
  given: unknown,
  title: string,
  fits: (row: RuleRow) => boolean = () => true,
): Promise<RuleRow | undefined> {
  const id = givenMemory(given, rulesTree.view);
  if (id !== undefined) return rules.book.row(id);
  const rows = (await rules.book.rows()).filter(fits);
  if (rows.length === 0) {
    tell(t('There is no rule that this could be done with.'));
    return undefined;
  }
  const items = rows.map((row): RuleItem => ({
    row,
    label: escapeIcons(shortWords(row.memory, 100)),
    description: escapeIcons(
      [stateWords(row, t), keptWords(row, t), scopeWords(row.memory.scope, t)].join(' · '),
    ),
  }));
  const placeHolder = t('Which rule?');
  return (
    await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true })
  )?.row;
}
