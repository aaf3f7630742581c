import * as vscode from 'vscode';
import type { DetectorKind } from '../../memory/detector';
import { HumanError } from '../../memory/human-error';
import { TRUST } from '../../memory/provenance';
import type { RuleRow } from '../../memory/rule-row';
import type { Scope } from '../../memory/scope';
import type { Memory } from '../../memory/memory';
import type { Result } from '../../protocol/engine-api';
import { escapeIcons } from '../markdown';
import type { Parts } from '../parts';
import { t } from '../translate';
import { oneLine, scopeWords } from '../words';
import { folderHere, type FolderHere } from './folder-here';
import { chosenRule } from './rule-picker';
import { showPlaces, type Trial, trialWords, tryOn } from './rule-trial';
import { pickScope } from './scope-picker';
import { tell } from './tend-memory';

type ReadDirective = Result<'compile'>['directives'][number];
/** `later`: somebody went to look at a place; the rule waits for a yes. */
type Answer = 'on' | 'advice' | 'off' | 'places' | 'again' | 'later';

/** Asks for a sentence, shows what it was taken for and what it would flag, and makes a rule of it. */
export async function addRule(parts: Parts, given: unknown): Promise<void> {
  let value = typeof given === 'string' ? given : '';
  for (;;) {
    const text = await askRule(value);
    if (text === undefined) return;
    const scope = await askScope(parts);
    if (scope === undefined) return;
    const { directives } = await parts.link.call('compile', { text, scope });
    if (directives.length === 0) {
      throw new HumanError(
        t('No rule could be read from this.'),
        t('Say what must, never, should or should not be done: “never use var”.'),
      );
    }
    for (const [at, directive] of directives.entries()) {
      const step = directives.length === 1 ? '' : ` (${at + 1}/${directives.length})`;
      const answer = await preview(parts, directive, step);
      if (answer === undefined) return;
      if (answer === 'again') break;
      await keepRule(parts, directive, answer);
      if (at === directives.length - 1) return;
    }
    value = text;
  }
}

/** Shows again what the check of a rule is, or looks for one where it has none, for a yes or no. */
export async function reviewRule(parts: Parts, given: unknown): Promise<void> {
  const row = await chosenRule(
    parts,
    given,
    t('Review a Rule'),
    ({ detector }) => detector?.state !== 'on',
  );
  if (!row) return;
  const directive = await readAgain(parts, row);
  const answer = await preview(parts, directive, '', row.detector === undefined ? 'off' : 'no');
  if (answer === undefined || answer === 'again' || answer === 'later') return;
  if (directive.compiled === undefined) return;
  const { spec } = directive.compiled;
  const state = answer === 'on' ? 'on' : 'off';
  const detector = answer === 'advice' ? null : ({ spec, state } as const);
  await parts.link.call('setDetector', { id: row.memory.id, detector });
  tell(
    answer === 'on'
      ? t('Checked from now on: {0}', short(row.memory))
      : t('Not checked: {0}', short(row.memory)),
  );
}

async function readAgain(parts: Parts, { memory, detector }: RuleRow): Promise<ReadDirective> {
  const { text, scope, detail } = memory;
  const { pattern } = detail;
  const given = { text, scope, ...(pattern && { pattern }) };
  const { directives } = await parts.link.call('compile', given);
  const [read] = directives;
  const directive = detail.directive ??
    read?.directive ?? { force: 'must' as const, subject: text };
  if (detector === undefined) {
    return { text, directive, scope, ...(read?.compiled && { compiled: read.compiled }) };
  }
  const same = directives.find(
    ({ compiled }) => JSON.stringify(compiled?.spec) === JSON.stringify(detector.spec),
  );
  const shown = same?.compiled?.shown ?? '';
  return { text, directive, scope, compiled: { spec: detector.spec, confidence: 1, shown } };
}

async function askRule(value: string): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title: t('Add a Rule (1/3)'),
    value,
    prompt: t(
      'One or several, in your own words. You see what is made of it before anything is checked.',
    ),
    placeHolder: t('Never use var'),
    ignoreFocusOut: true,
    valueSelection: [value.length, value.length],
    validateInput: (said) => (said.trim() === '' ? t('A rule needs a text.') : undefined),
  });
  return text?.trim();
}

async function askScope({ repositories, link }: Parts): Promise<Scope | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const located = document && (await repositories.locate(document.uri));
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  const repo =
    located?.repo ??
    (folder && (await link.call('repositoryOf', { folder: folder.uri.fsPath })).repo);
  const language = located && document.languageId;
  return pickScope(t('Add a Rule (2/3)'), { repo, file: located?.path, language });
}

/** Shows what a directive became, and what it would flag here; asks what is to come of it. */
async function preview(
  parts: Parts,
  read: ReadDirective,
  step: string,
  refusal: 'off' | 'no' | 'advice' = 'advice',
): Promise<Answer | undefined> {
  const here = await folderHere(parts);
  const { compiled, scope } = read;
  const isTried = compiled !== undefined && here !== undefined && OF_FILES.has(compiled.spec.kind);
  const trial = isTried ? await tryOn(parts.link, here.folder, compiled.spec, scope) : undefined;
  for (;;) {
    const answer = await askPreview(read, step, trial, refusal);
    if (answer !== 'places' || !trial || !here) return answer;
    if (await browse(here, trial, read)) return 'later';
  }
}

const OF_FILES: ReadonlySet<string> = new Set(['lint', 'pattern', 'boundary', 'text']);

function browse({ root }: FolderHere, trial: Trial, { text }: ReadDirective): Promise<boolean> {
  return showPlaces(root, trial, oneLine(text, 80));
}

interface AnswerItem extends vscode.QuickPickItem {
  readonly answer: Answer;
}

async function askPreview(
  { text, compiled, scope }: ReadDirective,
  step: string,
  trial: Trial | undefined,
  refusal: 'off' | 'no' | 'advice',
): Promise<Answer | undefined> {
  const item = (answer: Answer, icon: string, label: string, detail?: string): AnswerItem => ({
    answer,
    label,
    iconPath: new vscode.ThemeIcon(icon),
    ...(detail !== undefined && { detail: escapeIcons(detail) }),
  });
  const items: AnswerItem[] = [];
  if (compiled !== undefined) {
    items.push(item('on', 'shield', t('Check It from Now On'), compiled.shown));
    if (trial && trial.total > 0) {
      const label = trial.total === 1 ? t('Show the Place') : t('Show the {0} Places', trial.total);
      items.push(item('places', 'list-flat', label, trialWords(trial)));
    }
    if (refusal === 'advice') {
      items.push(
        item(
          'advice',
          'comment',
          t('Keep It as Advice Only'),
          t('Assistants are shown it; nothing is checked.'),
        ),
      );
    } else items.push(item('off', 'circle-slash', t('Do Not Check It')));
  } else if (refusal === 'advice') {
    items.push(
      item(
        'advice',
        'comment',
        t('Keep It as Advice'),
        t('Assistants are shown it where it fits.'),
      ),
    );
  }
  if (refusal === 'advice') items.push(item('again', 'edit', t('Say It Differently')));
  const placeHolder =
    compiled === undefined
      ? t('Nothing here can tell by itself whether this is kept: it can only be advice.')
      : trial === undefined
        ? untriedWords(compiled.spec.kind)
        : trialWords(trial);
  if (items.length === 0) {
    tell(placeHolder);
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: `${oneLine(text, 80)} · ${scopeWords(scope, t)}${step}`,
    placeHolder,
    ignoreFocusOut: true,
  });
  return picked?.answer;
}

function untriedWords(kind: DetectorKind): string {
  if (OF_FILES.has(kind)) return t('Is this what you meant? It was not tried here.');
  return kind === 'command'
    ? t('Is this what you meant? It is held against commands when they start.')
    : t('Is this what you meant? It is held against commits when they are made.');
}

async function keepRule(
  parts: Parts,
  { text, directive, scope, compiled }: ReadDirective,
  answer: Answer,
): Promise<void> {
  const now = Date.now();
  const memory = await parts.link.call('remember', {
    kind: directive.force === 'must' || directive.force === 'never' ? 'rule' : 'preference',
    text,
    detail: { directive },
    scope,
    status: 'active',
    provenance: {
      source: 'user',
      from: t('your own words'),
      at: now,
      trust: TRUST.user,
      evidence: [{ kind: 'statement', text, at: now }],
    },
  });
  if (compiled !== undefined && (answer === 'on' || answer === 'later')) {
    const { id } = memory;
    const state = answer === 'on' ? 'on' : 'proposed';
    await parts.link.call('setDetector', { id, detector: { spec: compiled.spec, state } });
  }
  if (answer === 'on') tell(t('Checked from now on: {0}', short(memory)));
  else if (answer === 'later') tell(t('Waits for your yes in the Rules view: {0}', short(memory)));
  else tell(t('Kept as advice: {0}', short(memory)));
}

function short({ text }: Memory): string {
  return oneLine(text, 50);
}
