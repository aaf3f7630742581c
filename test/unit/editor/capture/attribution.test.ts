import { describe, expect, test } from 'vitest';
import { attribute, type ChangeFeatures } from '../../../../src/editor/capture/attribution';
import type { Cause } from '../../../../src/memory/signal';

/** One change of 24 characters in the active editor that no key press explains. */
const SILENT: ChangeFeatures = {
  changes: 1,
  inserted: 24,
  removed: 0,
  insertedLines: 0,
  reason: undefined,
  selection: 'silent',
  active: true,
  dirty: true,
  acceptedAfter: undefined,
  acceptKey: true,
  saving: false,
  otherDocuments: 0,
  sameTextElsewhere: false,
  lineBreak: false,
  spacing: false,
  layoutOnly: false,
  copy: false,
  wholeLines: false,
  completesWord: false,
  continuesTyping: false,
  rapid: 1,
};

const typed = { selection: 'keyboard', inserted: 1 } as const;
const enter = { lineBreak: true, layoutOnly: true, inserted: 5 } as const;
const spacing = { spacing: true, layoutOnly: true } as const;
const onDisk = { selection: 'none', dirty: false } as const;

describe('attribute', () => {
  test.each<[string, Partial<ChangeFeatures>, Cause, number]>([
    ['one character and the cursor by keyboard', typed, 'typed', 0.95],
    ['a bracket that brings its pair', { ...typed, inserted: 2 }, 'typed', 0.9],
    ['a line end with its indent', { ...typed, inserted: 5, insertedLines: 1 }, 'typed', 0.9],
    ['Enter', { ...enter, insertedLines: 1 }, 'typed', 0.95],
    ['Enter that trims the line before', { ...enter, changes: 2, removed: 4 }, 'typed', 0.95],
    ['Enter behind an indentation like others', { ...enter, copy: true }, 'typed', 0.95],
    ['Enter where typing stopped', { ...enter, continuesTyping: true }, 'typed', 0.95],
    ['Enter held down', { ...enter, rapid: 20 }, 'typed', 0.95],
    ['Enter just before a save', { ...enter, saving: true }, 'typed', 0.9],
    ['Tab', { ...spacing, inserted: 2 }, 'typed', 0.9],
    ['Backspace over an indentation', { ...spacing, inserted: 0, removed: 4 }, 'typed', 0.9],
    ['Tab on ghost text of an indentation', { ...spacing, acceptedAfter: 9 }, 'suggestion', 0.9],
    [
      'spaces trimmed on save, on the line of the cursor',
      { ...spacing, saving: true, inserted: 0, removed: 2 },
      'formatter',
      0.7,
    ],
    [
      'spaces put right on save, away from the cursor',
      { layoutOnly: true, saving: true, inserted: 1, selection: 'none' },
      'formatter',
      0.95,
    ],
    ['a character deleted', { ...typed, inserted: 0, removed: 1 }, 'typed', 0.95],
    ['typing that ends just as a save begins', { ...typed, saving: true }, 'typed', 0.9],
    ['Tab on ghost text', { acceptedAfter: 12 }, 'suggestion', 0.9],
    [
      'Tab on ghost text of whole lines that stand elsewhere',
      { acceptedAfter: 55, copy: true, wholeLines: true, insertedLines: 4 },
      'suggestion',
      0.85,
    ],
    ['Tab where typing stopped', { acceptedAfter: 9, continuesTyping: true }, 'suggestion', 0.95],
    ['a paste', {}, 'pasted', 0.5],
    ['a paste of what stands elsewhere', { copy: true }, 'pasted', 0.9],
    ['a paste of whole lines', { wholeLines: true, insertedLines: 3 }, 'pasted', 0.7],
    ['ghost text by the mouse', { continuesTyping: true }, 'suggestion', 0.5],
    [
      'ghost text with the binding off',
      { acceptKey: false, continuesTyping: true },
      'suggestion',
      0.7,
    ],
    ['a pick from the list', { completesWord: true, removed: 3, inserted: 9 }, 'typed', 0.6],
    [
      'a typed character before the document knows that it is dirty',
      { ...typed, dirty: false },
      'typed',
      0.9,
    ],
    ['a paste, and a click elsewhere at once', { selection: 'mouse', copy: true }, 'pasted', 0.9],
    ['undo', { reason: 'undo', inserted: 0, removed: 24 }, 'undo', 0.99],
    ['redo', { reason: 'redo' }, 'redo', 0.99],
    ['undo back to the saved text', { ...onDisk, reason: 'undo' }, 'undo', 0.99],
    ['a file rewritten on disk', onDisk, 'disk', 0.9],
    [
      'a file rewritten on disk, in many places',
      { ...onDisk, changes: 5, insertedLines: 9 },
      'disk',
      0.9,
    ],
    ['a file rewritten on disk behind another', { ...onDisk, active: false }, 'disk', 0.7],
    ['a formatter on save', { saving: true, layoutOnly: true, changes: 4 }, 'formatter', 0.95],
    ['a fix on save', { saving: true, changes: 2 }, 'formatter', 0.8],
    ['a formatter by hand', { layoutOnly: true, changes: 6, insertedLines: 3 }, 'formatter', 0.4],
    ['a document behind the active one', { active: false, selection: 'none' }, 'agent', 0.6],
    [
      'several documents at once',
      { active: false, selection: 'none', otherDocuments: 3 },
      'agent',
      0.7,
    ],
    [
      'an agent that writes in steps',
      { selection: 'none', rapid: 9, changes: 2, insertedLines: 4 },
      'agent',
      0.8,
    ],
    [
      'a rename over several files',
      { active: false, otherDocuments: 2, sameTextElsewhere: true, inserted: 6 },
      'refactoring',
      0.6,
    ],
    ['a deletion without a key', { inserted: 0, removed: 40 }, 'typed', 0.5],
    ['something in two places', { changes: 2, insertedLines: 0 }, 'unknown', 0.2],
  ])('%s', (_name, features, cause, atLeast) => {
    const guess = attribute({ ...SILENT, ...features });
    expect(guess.cause).toBe(cause);
    expect(guess.confidence).toBeGreaterThanOrEqual(atLeast);
    expect(guess.confidence).toBeLessThanOrEqual(1);
    if (cause !== 'unknown') expect(guess.evidence).not.toEqual([]);
  });

  test('is surer of an accept with the key than without', () => {
    const byKey = attribute({ ...SILENT, acceptedAfter: 20, continuesTyping: true });
    const guessed = attribute({ ...SILENT, continuesTyping: true });
    expect(byKey.confidence).toBeGreaterThan(guessed.confidence + 0.2);
    expect(byKey.evidence[0]).toBe("the accept key's command came 20 ms after");
  });
});
