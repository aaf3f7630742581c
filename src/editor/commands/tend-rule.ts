import * as vscode from 'vscode';
import { HumanError } from '../../memory/human-error';
import type { RuleRow } from '../../memory/rule-row';
import type { Parts } from '../parts';
import { isOn, stateOf, targetOf } from '../rules/rule-words';
import { branchHere } from '../rules/rules';
import { t } from '../translate';
import { oneLine, shortWords } from '../words';
import { needFolderHere } from './folder-here';
import { chosenRule } from './rule-picker';
import { showPlaces, trialWords, tryOn } from './rule-trial';
import { tell } from './tend-memory';

const HOUR = 60 * 60 * 1000;

/** Lets a rule rest: for an hour, on this branch, or until it is resumed. */
export async function pauseRule(parts: Parts, given: unknown): Promise<void> {
  const row = await chosenRule(parts, given, t('Pause a Rule'), isPausable);
  if (!row) return;
  const branch = branchHere();
  const items = [
    { label: t('For an Hour'), icon: 'clock', pause: (now: number) => ({ until: now + HOUR }) },
    ...(branch === undefined
      ? []
      : [{ label: t('On the Branch {0}', branch), icon: 'git-branch', pause: () => ({ branch }) }]),
    { label: t('Until It Is Resumed'), icon: 'debug-pause', pause: () => ({}) },
  ].map(({ icon, ...item }) => ({ ...item, iconPath: new vscode.ThemeIcon(icon) }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Pause “{0}”', name(row)),
    placeHolder: t('For how long?'),
  });
  if (!picked) return;
  await parts.link.call('pauseRule', { id: row.memory.id, ...picked.pause(Date.now()) });
  tell(t('Paused: {0}', name(row)));
}

/** Has a rule that rests checked again. */
export async function resumeRule(parts: Parts, given: unknown): Promise<void> {
  const title = t('Resume a Rule');
  const row = await chosenRule(parts, given, title, ({ paused }) => paused !== undefined);
  if (!row) return;
  await parts.link.call('resumeRule', { id: row.memory.id });
  tell(t('Checked again: {0}', name(row)));
}

/** Switches the check of a rule on or off. */
export async function turnRule(parts: Parts, given: unknown, state: 'on' | 'off'): Promise<void> {
  const title = state === 'on' ? t('Turn a Rule On') : t('Turn a Rule Off');
  const fits = ({ detector }: RuleRow): boolean =>
    detector !== undefined && detector.state !== state;
  const row = await chosenRule(parts, given, title, fits);
  if (!row?.detector) return;
  const { spec } = row.detector;
  await parts.link.call('setDetector', { id: row.memory.id, detector: { spec, state } });
  tell(
    state === 'on'
      ? t('Checked from now on: {0}', name(row))
      : t('Not checked any more: {0}', name(row)),
  );
}

/** Runs the detector of a rule over the repository, and lists what it flags. */
export async function tryRule(parts: Parts, given: unknown): Promise<void> {
  const title = t('Try a Rule on This Repository');
  const fits = (row: RuleRow): boolean => targetOf(row) === 'files';
  const row = await chosenRule(parts, given, title, fits);
  if (!row) return;
  if (!row.detector) {
    throw new HumanError(
      t('This rule is advice only.'),
      t('“Look for a Check…” tries to make one of its words.'),
    );
  }
  const { folder, root } = await needFolderHere(parts);
  const trial = await tryOn(parts.link, folder, row.detector.spec, row.memory.scope);
  if (!trial) return;
  const words = trialWords(trial);
  if (trial.places.length === 0)
    void vscode.window.showInformationMessage(`${name(row)}: ${words}`);
  else await showPlaces(root, trial, `${name(row)}: ${words}`);
}

/** Holds all of the open file against the rules, touched or not, and says what came of it. */
export async function checkFile(parts: Parts): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.uri.scheme !== 'file' && document?.uri.scheme !== 'vscode-remote') {
    throw new HumanError(
      t('No file is open that could be checked.'),
      t('Open one, then try again.'),
    );
  }
  await needFolderHere(parts);
  if (parts.excludes(document.uri)) {
    throw new HumanError(
      t('This file is excluded from Mneme.'),
      t('The setting “mneme.exclude” says which are.'),
    );
  }
  if (!(await parts.rules.book.anyOn('files'))) {
    tell(t('No rule is on that could be broken here.'));
    return;
  }
  const found = await parts.rules.edits.checkWhole(document.uri.toString(), document);
  const count = found.length;
  if (count === 0) tell(t('Nothing here breaks a rule.'));
  else tell(count === 1 ? t('1 place breaks a rule.') : t('{0} places break rules.', count));
  if (count > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** A person says of a place that the rule does not hold there, or that it is not broken there. */
export async function overrule(parts: Parts, given: unknown, how: 'here' | 'wrong'): Promise<void> {
  const place = overruled(given);
  if (!place) return;
  const { rule, uri, line, folder, text } = place;
  if (uri === undefined) {
    await parts.link.call('overrule', { rule, how, folder, path: '', line: 1, text });
  } else {
    const document = await vscode.workspace.openTextDocument(uri);
    const located = await parts.repositories.locate(uri);
    const here = vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath;
    if (!located || here === undefined) return;
    await parts.link.call('overrule', {
      rule,
      how,
      folder: here,
      path: located.path,
      line,
      text: document.getText(),
    });
    parts.rules.again();
  }
  tell(
    how === 'here'
      ? t('Left as it is. The rule is silent here from now on.')
      : t('Noted as wrong. The rule is silent here, and trusted less.'),
  );
}

interface Overruled {
  rule: string;
  uri: vscode.Uri | undefined;
  line: number;
  folder: string;
  text: string;
}

function overruled(given: unknown): Overruled | undefined {
  if (typeof given !== 'object' || given === null || !('rule' in given)) return undefined;
  const of = (name: string): unknown => (given as Record<string, unknown>)[name];
  const [rule, uri, line, folder, text] = ['rule', 'uri', 'line', 'folder', 'text'].map(of);
  if (typeof rule !== 'string') return undefined;
  return {
    rule,
    uri: typeof uri === 'string' ? vscode.Uri.parse(uri) : undefined,
    line: typeof line === 'number' ? line : 1,
    folder: typeof folder === 'string' ? folder : '',
    text: typeof text === 'string' ? text : '',
  };
}

/** Opens the page of one rule. */
export async function openRule(parts: Parts, given: unknown): Promise<void> {
  const row = await chosenRule(parts, given, t('Show a Rule'));
  if (!row) return;
  await parts.pages.open({ kind: 'rule', about: row.memory.id }, shortWords(row.memory, 40));
}

/** Opens the page of all rules. */
export async function showRules({ pages }: Parts): Promise<void> {
  await pages.open({ kind: 'rules', about: 'here' }, t('Rules'));
}

function isPausable(row: RuleRow): boolean {
  return isOn(row) && stateOf(row) === 'on';
}

function name({ memory }: RuleRow): string {
  return oneLine(memory.text, 50);
}
