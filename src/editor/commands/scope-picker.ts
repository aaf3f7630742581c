import * as vscode from 'vscode';
import type { Scope } from '../../memory/scope';
import { escapeIcons } from '../markdown';
import { t } from '../translate';
import { scopeWords } from '../words';
import { type Around, scopesAround } from './scopes-around';

interface ScopeItem extends vscode.QuickPickItem {
  readonly scope: Scope;
}

/** Asks where a memory holds. `undefined` when called off. */
export async function pickScope(
  title: string,
  around: Around,
  current?: Scope,
): Promise<Scope | undefined> {
  const scopes = scopesAround(around);
  if (current && !scopes.some((scope) => same(scope, current))) scopes.unshift(current);
  const items = scopes.map((scope): ScopeItem => {
    return {
      scope,
      label: escapeIcons(scopeWords(scope, t)),
      description: current && same(scope, current) ? t('as it is') : explain(scope),
    };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: t('Where does it hold?'),
  });
  return picked?.scope;
}

function explain({ repo, glob, language }: Scope): string {
  if (glob?.endsWith('/**')) return t('this folder');
  if (glob !== undefined) return t('this file');
  if (repo !== undefined) {
    return language === undefined ? t('this repository') : t('this language in this repository');
  }
  return language === undefined ? t('all your work') : t('this language in all your work');
}

function same(a: Scope, b: Scope): boolean {
  return a.repo === b.repo && a.glob === b.glob && a.language === b.language;
}
