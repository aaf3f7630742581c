import { EditObserver, type EditedDocument } from '../../src/editor/capture/edit-observer';
import { Recorder } from '../../src/editor/capture/recorder';
import { SuggestionTracker } from '../../src/editor/capture/suggestion-tracker';
import { silentLog } from '../../src/memory/log';
import type { Signal } from '../../src/memory/signal';
import { HandDocument } from '../../test/unit/editor/capture/hand-document';
import { countingIds, HandTime } from '../../test/unit/editor/capture/hand-time';

const URI = 'file:///project/src/subject';
/** Longer than anything that capture waits for, in milliseconds. */
const REST = 20_000;

/**
 * One document in a user's hands: the editor's capture as it ships, without its listeners to VS
 * Code. The same events that those would hand on are made here, in virtual time.
 */
export class Sitting {
  readonly #time = new HandTime();
  readonly #document: HandDocument;
  readonly #signals: Signal[] = [];
  readonly #edits: EditObserver;
  readonly #recorder: Recorder;

  constructor(text: string, language: string, file: string) {
    const document = new HandDocument(text);
    this.#document = document;
    const ids = countingIds();
    const [clock, scheduler] = [this.#time, this.#time];
    this.#recorder = new Recorder({
      session: 'bench',
      ids,
      clock,
      log: silentLog,
      place: () => Promise.resolve({ repo: 'bench/project', file }),
      isInjected: () => false,
      accept: (signal) => this.#signals.push(signal),
    });
    const observe = this.#recorder.observe.bind(this.#recorder);
    const textOf = (uri: string): string | undefined => this.#edits.textOf(uri);
    const tracker = new SuggestionTracker({ observe, textOf, clock, ids, scheduler });
    this.#edits = new EditObserver({
      observe,
      tracker,
      listeners: [{ edited: () => undefined }],
      acceptKey: () => true,
      clock,
      scheduler,
    });
    this.#edits.opened(URI, this.#edited(language));
    this.#language = language;
  }

  readonly #language: string;

  get text(): string {
    return this.#document.getText();
  }

  wait(milliseconds: number): void {
    this.#time.pass(milliseconds);
  }

  /** Ghost text is taken over with the accept key. */
  accept(offset: number, text: string): void {
    this.#change(offset, 0, text);
    this.#edits.selected(URI, 'silent');
    this.wait(40);
    this.#edits.suggestionAccepted(URI);
    this.wait(1_000);
  }

  /** Text is selected and something is pasted over it. */
  paste(offset: number, length: number, text: string): void {
    this.#change(offset, length, text);
    this.#edits.selected(URI, 'silent');
    this.wait(1_000);
  }

  /** Types a text key by key; Enter brings the indentation of its line, as the editor does. */
  type(offset: number, text: string, pace: number): void {
    const keys = text.match(/\r?\n[ \t]*|[^\n]/gu) ?? [];
    let at = offset;
    for (const key of keys) {
      this.#change(at, 0, key);
      at += key.length;
      if (key.includes('\n')) this.#edits.selected(URI, 'silent', [this.#cursorAt(at)]);
      else this.#edits.selected(URI, 'keyboard');
      this.wait(pace);
    }
  }

  /** Deletes backwards key by key; `end` is where the cursor stands. */
  erase(end: number, length: number, pace: number): void {
    for (let at = end - 1; at >= end - length; at--) {
      this.#change(at, 1, '');
      this.#edits.selected(URI, 'keyboard');
      this.wait(pace);
    }
  }

  save(): void {
    this.#edits.saving(URI);
    this.wait(20);
    this.#document.isDirty = false;
    this.#edits.saved(URI);
  }

  /** Lets all come to rest; the signals in the order in which capture told them. */
  async end(): Promise<Signal[]> {
    this.wait(REST);
    this.#edits.finish();
    await this.#recorder.settled();
    return this.#signals;
  }

  #change(offset: number, length: number, text: string): void {
    const change = this.#document.replace(offset, length, text);
    this.#document.isDirty = true;
    this.#edits.changed(URI, this.#edited(this.#language), [change], undefined, true);
  }

  #edited(languageId: string): EditedDocument {
    const document = this.#document;
    return {
      languageId,
      get version() {
        return document.version;
      },
      get isDirty() {
        return document.isDirty;
      },
      isClosed: false,
      getText: () => document.getText(),
    };
  }

  #cursorAt(offset: number): { active: { line: number; character: number } } {
    const before = this.text.slice(0, offset);
    const line = before.split('\n').length - 1;
    return { active: { line, character: offset - (before.lastIndexOf('\n') + 1) } };
  }
}
