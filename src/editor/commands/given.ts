import type { TreeView } from 'vscode';
import type { RowNode } from '../views/row';

/** What a key of a view passes in place of a row: the row that is selected there. */
const SELECTED = 'selected';

/** The row a command was run on; the selected one of the view when a key of that view ran it. */
export function givenRow(given: unknown, view: TreeView<RowNode>): RowNode | undefined {
  if (given === SELECTED) return view.selection[0];
  return isRow(given) ? given : undefined;
}

/** The memory a command was run on, by its row or its id. */
export function givenMemory(given: unknown, view: TreeView<RowNode>): string | undefined {
  if (typeof given === 'string' && given !== SELECTED) return given;
  return givenRow(given, view)?.memory;
}

/** The showing a command was run on, by its row or by name. */
export function givenExposure(given: unknown, view: TreeView<RowNode>): string | undefined {
  if (isShowing(given)) return given.exposure;
  // From the palette it is about what is selected among what was recalled last.
  return (given === undefined ? view.selection[0] : givenRow(given, view))?.exposure;
}

function isShowing(given: unknown): given is { exposure: string } {
  return (
    typeof given === 'object' &&
    given !== null &&
    'exposure' in given &&
    typeof given.exposure === 'string'
  );
}

function isRow(given: unknown): given is RowNode {
  return typeof given === 'object' && given !== null && 'row' in given;
}
