import * as path from 'node:path';
import * as vscode from 'vscode';
import type { FoundBreach } from '../../memory/breach';
import type { DetectorSpec } from '../../memory/detector';
import type { Scope } from '../../memory/scope';
import type { Result } from '../../protocol/engine-api';
import type { EngineLink } from '../engine-link';
import { escapeIcons } from '../markdown';
import { messageOf } from '../trouble';
import { t } from '../translate';
import { oneLine } from '../words';

export type Trial = Result<'tryDetector'>;

/** Runs a detector over the repository of a folder. `undefined` when it was called off. */
export async function tryOn(
  link: EngineLink,
  folder: string,
  spec: DetectorSpec,
  scope: Scope,
): Promise<Trial | undefined> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: t('Mneme tries the rule on {0}', path.basename(folder)),
      cancellable: true,
    },
    async (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      let reached = 0;
      try {
        return await link.call(
          'tryDetector',
          { folder, spec, scope },
          {
            signal: abort.signal,
            onProgress: ({ done, total }) => {
              const share = total === 0 ? 0 : (done / total) * 100;
              progress.report({
                message: t('{0} of {1} files', done, total),
                increment: Math.max(0, share - reached),
              });
              reached = Math.max(reached, share);
            },
          },
        );
      } catch (error) {
        if (abort.signal.aborted) return undefined;
        throw error;
      }
    },
  );
}

/** What a trial came to: `would flag 3 places in 2 of 120 files`. */
export function trialWords(trial: Trial): string {
  const { files, places, total, failed } = trial;
  if (failed !== undefined) return t('It can not be used here: {0}', failed);
  if (files === 0) return t('It applies to no file here yet.');
  if (total === 0) return t('It would flag nothing in the {0} files that it applies to.', files);
  const flagged = new Set(places.map((place) => place.path)).size;
  if (total === 1) return t('It would flag 1 place in {0} files that it applies to.', files);
  return total > places.length
    ? t('It would flag {0} places in {1} files that it applies to.', total, files)
    : t('It would flag {0} places in {1} of {2} files that it applies to.', total, flagged, files);
}

interface PlaceItem extends vscode.QuickPickItem {
  readonly place: FoundBreach;
}

/**
 * Lists places; the one at hand is shown in an editor behind the list. Resolves with whether one was
 * picked to stay at.
 */
export async function showPlaces(
  root: string,
  { places, total }: Trial,
  title: string,
): Promise<boolean> {
  const pick = vscode.window.createQuickPick<PlaceItem>();
  pick.title = title;
  pick.placeholder =
    total > places.length
      ? t('The first {0} of {1} places; Enter goes there, Escape back', places.length, total)
      : t('Enter goes there, Escape back');
  pick.matchOnDescription = true;
  pick.items = places.map((place) => ({
    place,
    label: escapeIcons(`${path.posix.basename(place.path ?? '')}:${place.line}`),
    description: escapeIcons(path.posix.dirname(place.path ?? '')),
    detail: escapeIcons(oneLine(place.message ?? '', 120)),
  }));
  const show = async (place: FoundBreach, preserveFocus: boolean): Promise<void> => {
    if (place.path === undefined) return;
    const start = new vscode.Position(place.line - 1, place.column - 1);
    const end = new vscode.Position(place.endLine - 1, place.endColumn - 1);
    const uri = vscode.Uri.file(path.join(root, place.path));
    const selection = new vscode.Range(start, end);
    await vscode.window.showTextDocument(uri, { preview: true, preserveFocus, selection });
  };
  const quietly = (work: Promise<void>): void => {
    work.catch((error: unknown) => {
      pick.placeholder = messageOf(error);
    });
  };
  return new Promise((give) => {
    pick.onDidChangeActive(([item]) => {
      if (item) quietly(show(item.place, true));
    });
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      give(item !== undefined);
      pick.hide();
      if (item) quietly(show(item.place, false));
    });
    pick.onDidHide(() => {
      give(false);
      pick.dispose();
    });
    pick.show();
  });
}
