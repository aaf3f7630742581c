import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Memory } from '../../src/memory/memory';
import type { Pack } from '../../src/memory/pack';
import { git, otherFolder } from './repository';
import { until } from './until';
import { rest, WatchedFile } from './watched-file';

/** A machine that does much else lets one wait, in milliseconds. */
const PATIENCE = 60_000;

interface Language {
  readonly name: string;
  readonly ending: string;
  /** What an assistant suggests, and what the user makes of a part of it. */
  readonly suggested: string;
  readonly wrong: string;
  readonly right: string;
  /** What somebody is about to do later, and what the assistant suggests then. */
  readonly task: string;
  readonly later: string;
  /** What stands in the file of then, so that the language's server finds no fault. */
  readonly around: string;
}

const LANGUAGES: readonly Language[] = [
  {
    name: 'TypeScript',
    ending: 'ts',
    suggested: 'const cart = axios.get(url);',
    wrong: 'axios.get',
    right: 'http.get',
    task: 'get the orders from the url by axios.get or http.get',
    later: 'http.get(link);',
    around: "export const http = { get: String };\nconst link = 'a';\n",
  },
  {
    name: 'Python',
    ending: 'py',
    suggested: 'reply = requests.get(url)',
    wrong: 'requests.get',
    right: 'session.get',
    task: 'get the reply of the page by requests.get or session.get',
    later: 'page = session.get(link)',
    around: '\n',
  },
  {
    name: 'Go',
    ending: 'go',
    suggested: 'func load(name string) ([]byte, error) { return ioutil.ReadFile(name) }',
    wrong: 'ioutil.ReadFile',
    right: 'os.ReadFile',
    task: 'read the text of the file by ioutil.ReadFile or os.ReadFile',
    later: 'func page(name string) ([]byte, error) { return os.ReadFile(name) }',
    around: 'package shop\n',
  },
];

suite('The whole chain', function () {
  this.timeout(240_000);

  for (const language of LANGUAGES) {
    test(`in ${language.name}: accepted, rewritten, mined, recalled, used, and rated by that`, async () => {
      const correction = await corrected(language);
      const { engine } = await WatchedFile.open(`src/next.${language.ending}`, '\n');
      const before = await engine.call('card', { id: correction.id });
      assert.ok(before);

      const file = await WatchedFile.open(`src/later.${language.ending}`, language.around);
      const answer = await vscode.lm.invokeTool('mneme_recall', {
        input: { task: language.task },
        toolInvocationToken: undefined,
      });
      const told = answer.content.map((part) =>
        part instanceof vscode.LanguageModelTextPart ? part.value : '',
      );
      assert.ok(told.join('').includes(language.right), told.join(''));

      await file.accept(language.later);
      const after = await until(
        'it was found to help',
        async () => {
          const card = await engine.call('card', { id: correction.id });
          const stood = card?.outcomes.find(({ evidence }) => evidence === 'survived 5s');
          return stood?.verdict === 'helped' && card;
        },
        PATIENCE,
      );
      assert.ok(after.mean > before.mean, `${after.mean} > ${before.mean}`);
      await file.editor.document.save();
    });
  }

  test('a correction made in this window is given to another project, by another engine', async () => {
    const correction = await corrected({
      ...LANGUAGES[0]!,
      suggested: 'const parcel = lodash.pick(order, keys);',
      wrong: 'lodash.pick',
      right: 'radash.pick',
    });
    const engine = await WatchedFile.engine();
    await engine.call('correct', {
      id: correction.id,
      patch: { scope: { language: 'typescript' } },
    });

    const project = await otherFolder('project');
    await git(['init', '--quiet'], project);
    await mkdir(join(project, 'lib'));
    await writeFile(join(project, 'lib', 'stock.ts'), 'export {};\n');
    const pack = await recallElsewhere(project, 'pick the keys of a parcel: lodash.pick?');
    const item = pack.items.find(({ memory }) => memory.id === correction.id);
    assert.ok(item, 'it is in the pack of the other project');
    const card = await until('its showing is known here', async () => {
      const card = await engine.call('card', { id: correction.id });
      return card?.exposures.some(({ id }) => id === item.exposure) === true && card;
    });
    assert.notEqual(card.exposures[0]?.task.repo, correction.scope.repo);
  });
});

/** Accepts a suggestion, corrects a part of it, and keeps what Mneme mines from that. */
async function corrected({ ending, suggested, wrong, right }: Language): Promise<Memory> {
  const file = await WatchedFile.open(`src/first-${right.replace(/\W/g, '')}.${ending}`, '\n');
  await file.accept(suggested);
  await file.seen('accepted');
  const start = file.text.indexOf(wrong, file.text.indexOf(suggested));
  const { document } = file.editor;
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(start + wrong.length),
  );
  // Some time after the accept and before the save, as a person does it.
  await rest(1_000);
  await file.editor.edit((edit) => edit.replace(range, right));
  await file.seen('rewritten', undefined, PATIENCE);
  await document.save();
  const mined = async () => {
    const rows = await file.engine.call('list', { kinds: ['correction'] });
    return rows.map((row) => row.memory).find(({ detail }) => detail.after?.includes(right));
  };
  const memory = await until('the correction was mined', mined, PATIENCE);
  await vscode.commands.executeCommand('mneme.keepProposal', memory.id);
  return until('it was kept', async () => {
    const card = await file.engine.call('card', { id: memory.id });
    return card?.memory.status === 'active' && card.memory;
  });
}

/** What the `mneme` program, which is an engine of its own, gives for a task in another project. */
async function recallElsewhere(folder: string, task: string): Promise<Pack> {
  const extension = vscode.extensions.getExtension('mneme.mneme');
  assert.ok(extension);
  const program = join(extension.extensionPath, 'dist', 'mneme.js');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, 'recall', task, '--file', join(folder, 'lib', 'stock.ts'), '--json'],
    { cwd: folder },
  );
  return JSON.parse(stdout) as Pack;
}
