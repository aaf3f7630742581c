import type { MemoryCard, MemoryRow } from '../src/protocol/engine-api';
import {
  type AppMessage,
  HostMessage,
  MOST_NODES,
  type PanelAct,
  type PanelSlice,
  type Trouble,
  readMessage,
} from '../src/protocol/panel-messages';
import { applyDelta } from '../src/protocol/slice-delta';
import { type Scene, sceneOf } from './graph/scene';
import { type History, NOWHERE, here, stepped, went, without } from './history';
import type { KeptState } from './kept-state';
import { Pending } from './pending';

/** The way to the editor, as the model needs it. */
export interface Link {
  send(message: AppMessage): void;
  keep(state: KeptState): void;
  /** How many nodes the panel has room to draw legibly, as large as it is now. */
  room(): number;
}

/** What the panel has to show at all. */
export type Phase = 'loading' | 'nothing' | 'shown';

type Answer = { entry: string | undefined } | { trouble: Trouble };

/**
 * All that the panel knows, apart from how it looks. What comes from the editor goes in by
 * `receive`; what the user does, by the other methods. Tells its listeners after every change.
 */
export class PanelModel {
  readonly #link: Link;
  readonly #listeners = new Set<() => void>();
  readonly #acts = new Pending<Answer>();
  readonly #finds = new Pending<MemoryRow[]>();
  #serial = 0;
  /** The user asked for more than what is legible at once. */
  #wantsMore = false;
  #history: History = NOWHERE;
  /** Set by a step through the history, so that its snapshot is no new place. */
  #stepping: History | undefined;
  #hidden: ReadonlySet<string> = new Set();
  #closed: ReadonlySet<string> = new Set();

  phase: Phase = 'loading';
  /** Something was asked for and has not come yet. */
  busy = false;
  slice: PanelSlice | undefined;
  scene: Scene | undefined;
  card: MemoryCard | undefined;
  /** The repository of the file at hand. */
  repo: string | undefined;
  /** The node that is pointed at, in picture and list alike; the centre unless chosen. */
  selected: string | undefined;
  /** A word to the user, such as why something else is shown than was asked for. */
  notice: string | undefined;
  trouble: Trouble | undefined;
  /** What was forgotten last and can be brought back. */
  forgotten: { readonly entry: string; readonly node: string } | undefined;

  constructor(link: Link, kept?: KeptState) {
    this.#link = link;
    if (!kept) return;
    this.#history = { places: kept.places, at: kept.at };
    this.#hidden = new Set(kept.hidden);
    this.#closed = new Set(kept.closed);
  }

  /** Hears of every change; returns how to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells the editor that the panel stands. Again after a trouble, to try once more. */
  start(): void {
    const centre = here(this.#history);
    this.phase = 'loading';
    this.trouble = undefined;
    this.#link.send({
      kind: 'ready',
      ...(centre === undefined ? {} : { centre }),
      room: this.#room(),
    });
    this.#changed();
  }

  /** Takes what came in, whatever it is. Garbage is shown as a trouble and changes nothing else. */
  receive(raw: unknown): void {
    const read = readMessage(HostMessage, raw);
    if ('refused' in read) {
      this.trouble = REFUSED[read.refused];
      console.warn(`Not a message: ${read.why}`);
    } else {
      this.#take(read.message);
    }
    this.#changed();
  }

  get hidden(): ReadonlySet<string> {
    return this.#hidden;
  }

  get canGoBack(): boolean {
    return stepped(this.#history, -1) !== undefined;
  }

  get canGoForward(): boolean {
    return stepped(this.#history, 1) !== undefined;
  }

  get canShowMore(): boolean {
    return !this.#wantsMore && (this.slice?.more ?? 0) > 0;
  }

  /** Makes a node the centre. */
  travel(node: string): void {
    if (node === this.scene?.centre) return;
    this.#wantsMore = false;
    this.#go(node);
  }

  /** Steps through the places that were visited. */
  step(by: -1 | 1): void {
    const history = stepped(this.#history, by);
    const place = history && here(history);
    if (place === undefined) return;
    this.#stepping = history;
    this.#go(place);
  }

  home(): void {
    this.busy = true;
    this.notice = undefined;
    this.#link.send({ kind: 'home', room: this.#room() });
    this.#changed();
  }

  showMore(): void {
    this.#wantsMore = true;
    if (this.scene) this.#go(this.scene.centre);
  }

  /** Points at a node without going there. */
  select(node: string | undefined): void {
    if (this.selected === node) return;
    this.selected = node;
    this.#changed();
  }

  /** Shows or hides a kind of node. */
  toggleKind(kind: string): void {
    this.#hidden = toggled(this.#hidden, kind);
    this.#draw();
    this.#changed();
  }

  isOpen(section: string): boolean {
    return !this.#closed.has(section);
  }

  setOpen(section: string, open: boolean): void {
    if (this.isOpen(section) === open) return;
    this.#closed = toggled(this.#closed, section);
    this.#changed();
  }

  /** Memories that fit the words. */
  find(text: string): Promise<MemoryRow[]> {
    return this.#finds.ask((request) => this.#link.send({ kind: 'find', request, text }));
  }

  /** Does something to a memory, and says whether it was done; a trouble is shown. */
  async act(act: PanelAct): Promise<boolean> {
    this.busy = true;
    this.notice = undefined;
    this.trouble = undefined;
    this.#changed();
    const answer = await this.#acts.ask((request) =>
      this.#link.send({ kind: 'act', request, act }),
    );
    this.busy = false;
    if ('trouble' in answer) this.trouble = answer.trouble;
    else if (act.act === 'forget') this.#leave(act.id, answer.entry);
    this.#changed();
    return !('trouble' in answer);
  }

  /** Brings back what was just forgotten. */
  async takeBack(entry: string, node: string): Promise<void> {
    if (await this.act({ act: 'undo', entry })) this.travel(node);
  }

  open(file: string, line: number | undefined, repo: string | undefined): void {
    this.#link.send({
      kind: 'open',
      file,
      ...(line === undefined ? {} : { line }),
      ...(repo === undefined ? {} : { repo }),
    });
  }

  learn(): void {
    this.#link.send({ kind: 'learn' });
  }

  dismiss(): void {
    this.notice = undefined;
    this.trouble = undefined;
    this.forgotten = undefined;
    this.#changed();
  }

  #go(node: string): void {
    this.busy = true;
    this.notice = undefined;
    this.trouble = undefined;
    this.#link.send({ kind: 'travel', node, room: this.#room() });
    this.#changed();
  }

  #room(): number {
    return this.#wantsMore ? MOST_NODES : this.#link.room();
  }

  /** Goes away from a memory that was forgotten, leaving a way to bring it back. */
  #leave(gone: string, entry: string | undefined): void {
    const before = without(this.#history, gone);
    this.#history = before;
    const back = here(before);
    if (back === undefined) this.home();
    else this.#go(back);
    this.forgotten = entry === undefined ? undefined : { entry, node: gone };
  }

  #take(message: HostMessage): void {
    switch (message.kind) {
      case 'loading':
        if (this.phase !== 'shown') this.phase = 'loading';
        return;
      case 'snapshot':
        this.#arrive(message);
        return;
      case 'delta':
        this.#update(message);
        return;
      case 'found':
        this.#finds.answer(message.request, message.rows);
        return;
      case 'done':
        this.#acts.answer(message.request, { entry: message.entry });
        return;
      case 'failed': {
        const { trouble } = message;
        if (this.#acts.answer(message.request, { trouble })) return;
        this.#finds.answer(message.request, []);
        this.busy = false;
        this.#stepping = undefined;
        this.trouble = trouble;
      }
    }
  }

  #arrive(snapshot: Extract<HostMessage, { kind: 'snapshot' }>): void {
    this.#serial = snapshot.serial;
    this.busy = false;
    this.trouble = undefined;
    this.slice = snapshot.slice ?? undefined;
    this.card = snapshot.card ?? undefined;
    this.repo = snapshot.repo ?? this.repo;
    this.phase = snapshot.slice ? 'shown' : 'nothing';
    if (snapshot.note !== undefined) this.notice = snapshot.note;
    const centre = snapshot.slice?.centre;
    if (centre !== undefined) {
      const step = this.#stepping;
      this.#history = step && here(step) === centre ? step : went(this.#history, centre);
      if (centre === this.forgotten?.node) this.forgotten = undefined;
    }
    this.#stepping = undefined;
    this.selected = centre;
    this.#draw();
  }

  #update(delta: Extract<HostMessage, { kind: 'delta' }>): void {
    if (!this.slice) return;
    if (delta.from !== this.#serial) {
      // A message went missing: start afresh rather than show what is not so.
      this.#link.send({ kind: 'travel', node: this.slice.centre, room: this.#room() });
      return;
    }
    this.#serial = delta.serial;
    this.slice = applyDelta(this.slice, delta.slice);
    this.card = delta.card ?? undefined;
    this.#draw();
  }

  #draw(): void {
    this.scene = this.slice && sceneOf(this.slice, this.#hidden);
    if (!this.scene?.nodes.some((node) => node.id === this.selected)) {
      this.selected = this.scene?.centre;
    }
  }

  #changed(): void {
    this.#link.keep({
      places: [...this.#history.places],
      at: this.#history.at,
      hidden: [...this.#hidden],
      closed: [...this.#closed],
    });
    for (const listener of this.#listeners) listener();
  }
}

const REFUSED = {
  version: {
    happened: 'The extension speaks another version than this panel.',
    remedy: 'Reload the window.',
  },
  garbage: {
    happened: 'The panel was sent something it does not understand, and left it alone.',
    remedy: 'If this goes on, reload the window.',
  },
} satisfies Record<string, Trouble>;

function toggled(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
