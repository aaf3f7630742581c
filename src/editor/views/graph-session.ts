import type { Entity } from '../../memory/entity';
import { HumanError } from '../../memory/human-error';
import type { Log } from '../../memory/log';
import type { EngineClient, EngineEvent, GraphSlice, MemoryCard } from '../../protocol/engine-api';
import {
  AppMessage,
  type HostMessage,
  MOST_NODES,
  type PanelAct,
  type PanelSlice,
  type Trouble,
  readMessage,
} from '../../protocol/panel-messages';
import { diffSlices } from '../../protocol/slice-delta';
import { trimSlice } from './slice-trim';

/** What the graph needs of the editor around it. */
export interface GraphHost {
  connect: () => Promise<EngineClient>;
  log: Log;
  /** Opens a place; `path` is within `repo`, or absolute when there is none. Lines count from 1. */
  openFile: (repo: string | undefined, path: string, line: number | undefined) => Promise<void>;
  /** What the user is at: as a rule the file of the active editor. */
  activeEntity: () => Promise<Pick<Entity, 'kind' | 'name' | 'repo'> | undefined>;
  /** Runs the command that learns from the repository. */
  learn: () => Promise<void>;
}

/** Changes come in bursts; the panel is brought up to date once for each. Milliseconds. */
const SETTLE = 150;

/** Nodes read around the centre, of which those that tell most are drawn. */
const READ = 300;

type Shown = { slice: PanelSlice; card: MemoryCard | null };

/**
 * One standing panel: answers what its app asks and keeps what it shows up to date. Knows nothing
 * of `vscode`; `post` carries to the app.
 */
export class GraphSession {
  readonly #host: GraphHost;
  readonly #post: (message: HostMessage) => void;
  /** The node to show first, asked for before the app was ready. */
  #first: string | undefined;
  #ready = false;
  #room = 60;
  #serial = 0;
  /** Counts what was asked for, so that a late answer to an old question is dropped. */
  #asked = 0;
  #shown: Shown | 'nothing' | undefined;
  #client: EngineClient | undefined;
  #stopListening: (() => void) | undefined;
  #settling: NodeJS.Timeout | undefined;
  #disposed = false;

  constructor(host: GraphHost, post: (message: HostMessage) => void, first?: string) {
    this.#host = host;
    this.#post = (message) => {
      if (!this.#disposed) post(message);
    };
    this.#first = first;
  }

  /** Takes what the app sent, whatever it is. Never throws; garbage changes nothing. */
  async receive(raw: unknown): Promise<void> {
    const read = readMessage(AppMessage, raw);
    if ('refused' in read) {
      this.#host.log.warn(`The graph panel sent what is no message: ${read.why}`);
      this.#post({ kind: 'failed', trouble: REFUSED[read.refused] });
      return;
    }
    const { message } = read;
    const request = 'request' in message ? message.request : undefined;
    try {
      await this.#answer(message);
    } catch (error) {
      const trouble = this.#troubleOf(error);
      this.#post({ kind: 'failed', ...(request === undefined ? {} : { request }), trouble });
    }
  }

  /** Shows a node, now or as soon as the app is ready. */
  async reveal(node: string): Promise<void> {
    if (!this.#ready) {
      this.#first = node;
      return;
    }
    try {
      await this.#travel(node);
    } catch (error) {
      this.#post({ kind: 'failed', trouble: this.#troubleOf(error) });
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#stopListening?.();
    clearTimeout(this.#settling);
  }

  async #answer(message: AppMessage): Promise<void> {
    if ('room' in message) this.#room = message.room;
    switch (message.kind) {
      case 'ready': {
        this.#ready = true;
        const node = this.#first ?? message.centre;
        this.#first = undefined;
        this.#post({ kind: 'loading' });
        return node === undefined ? this.#home({}) : this.#travel(node, { elseHome: true });
      }
      case 'travel':
        return this.#travel(message.node);
      case 'home':
        return this.#home({ explain: true });
      case 'find': {
        const client = await this.#engine();
        const rows = message.text.trim()
          ? await client.call('find', { text: message.text, limit: 12 })
          : [];
        this.#post({ kind: 'found', request: message.request, rows });
        return;
      }
      case 'act': {
        const entry = await this.#act(message.act);
        const { request } = message;
        this.#post({ kind: 'done', request, ...(entry === undefined ? {} : { entry }) });
        return;
      }
      case 'open':
        return this.#host.openFile(message.repo, message.file, message.line);
      case 'learn':
        return this.#host.learn();
    }
  }

  /** Does it, and returns the journal entry that takes it back where the engine names one. */
  async #act(act: PanelAct): Promise<string | undefined> {
    const client = await this.#engine();
    switch (act.act) {
      case 'correct':
        await client.call('correct', { id: act.id, patch: act.patch });
        break;
      case 'confirm':
        await client.call('confirm', { id: act.id });
        break;
      case 'forget': {
        const { entry } = await client.call('forget', { id: act.id });
        // The app goes elsewhere by itself: until then there is nothing to keep up to date.
        if (this.#centre() === act.id) this.#shown = undefined;
        return entry;
      }
      case 'undo': {
        const entry = await client.call('undo', { entry: act.entry });
        if (!entry) {
          throw new HumanError(
            'This cannot be taken back any more.',
            'Change the memory by hand instead.',
          );
        }
        await this.#refresh();
        return entry.id;
      }
    }
    await this.#refresh();
    return undefined;
  }

  async #travel(node: string, options: { elseHome?: boolean } = {}): Promise<void> {
    const asked = ++this.#asked;
    const client = await this.#engine();
    const shown = await this.#read(client, node);
    if (asked !== this.#asked) return;
    if (shown) this.#show(shown, {});
    else if (options.elseHome) await this.#home({});
    else throw new HumanError('This is no longer known.', 'Choose another one.');
  }

  async #home(options: { explain?: boolean; note?: string }): Promise<void> {
    const asked = ++this.#asked;
    const client = await this.#engine();
    const at = await this.#host.activeEntity();
    const entity = at && (await client.call('entityOf', at));
    let shown = entity ? await this.#read(client, entity.id) : undefined;
    let note = options.note;
    if (!shown || shown.slice.edges.length === 0) {
      const best = await bestMemory(client, at?.repo);
      shown = best === undefined ? shown : await this.#read(client, best);
      if (options.explain && at && best !== undefined) {
        note = `Nothing is known about ${at.name} yet. This is the memory with the best record.`;
      }
    }
    if (asked !== this.#asked) return;
    this.#show(shown, {
      ...(at?.repo === undefined ? {} : { repo: at.repo }),
      ...(note === undefined ? {} : { note }),
    });
  }

  async #read(client: EngineClient, node: string): Promise<Shown | undefined> {
    const [slice, card] = await Promise.all([
      client.call('neighbourhood', { id: node, hops: 2, limit: READ }),
      client.call('card', { id: node }),
    ]);
    if (!slice) return undefined;
    const all = this.#room === MOST_NODES;
    return { slice: trimSlice(panelSlice(slice), this.#room, all), card };
  }

  #show(shown: Shown | undefined, extra: { repo?: string; note?: string }): void {
    this.#shown = shown ?? 'nothing';
    this.#serial++;
    const { slice, card } = shown ?? { slice: null, card: null };
    this.#post({ kind: 'snapshot', serial: this.#serial, slice, card, ...extra });
  }

  /** Reads again what is shown and sends what is different, if anything. */
  async #refresh(): Promise<void> {
    if (this.#shown === 'nothing') return this.#home({});
    const before = this.#shown;
    if (!before) return;
    const asked = this.#asked;
    const client = await this.#engine();
    const after = await this.#read(client, before.slice.centre);
    if (asked !== this.#asked || this.#shown !== before) return;
    if (!after) return this.#home({ note: 'What was shown here has been forgotten.' });
    const delta = diffSlices(before.slice, after.slice);
    if (!delta && JSON.stringify(before.card) === JSON.stringify(after.card)) return;
    this.#shown = after;
    const from = this.#serial++;
    const slice = delta ?? NO_CHANGE(after.slice.more);
    this.#post({ kind: 'delta', from, serial: this.#serial, slice, card: after.card });
  }

  #heard(event: EngineEvent): void {
    const concerns =
      event.kind === 'restarted' ||
      (event.kind === 'changed' && (event.many || event.memories.length > 0));
    if (!concerns || this.#settling) return;
    this.#settling = setTimeout(() => {
      this.#settling = undefined;
      this.#refresh().catch((error: unknown) => {
        this.#post({ kind: 'failed', trouble: this.#troubleOf(error) });
      });
    }, SETTLE);
  }

  async #engine(): Promise<EngineClient> {
    const client = await this.#host.connect();
    if (client !== this.#client && !this.#disposed) {
      this.#stopListening?.();
      this.#client = client;
      this.#stopListening = client.onEvent((event) => this.#heard(event));
    }
    return client;
  }

  #centre(): string | undefined {
    return typeof this.#shown === 'object' ? this.#shown.slice.centre : undefined;
  }

  #troubleOf(error: unknown): Trouble {
    if (error instanceof HumanError) return { happened: error.happened, remedy: error.remedy };
    this.#host.log.error('The graph panel failed', error);
    const words = error instanceof Error ? error.message : String(error);
    return {
      happened: `Something went wrong: ${words.replace(/\.$/, '')}.`,
      remedy: 'Try again; the output channel of Mneme has the details.',
    };
  }
}

const REFUSED = {
  version: {
    happened: 'The panel and the extension are of different versions.',
    remedy: 'Reload the window.',
  },
  garbage: {
    happened: 'The extension was sent something it does not understand, and did nothing.',
    remedy: 'Try again; the output channel of Mneme has the details.',
  },
} satisfies Record<string, Trouble>;

const NO_CHANGE = (more: number) => ({
  put: { memories: [], entities: [], edges: [] },
  gone: { nodes: [], edges: [] },
  more,
});

function panelSlice({ ratings, memories, ...slice }: GraphSlice): PanelSlice {
  return {
    ...slice,
    memories: memories.map((memory) => ({ memory, ...ratings?.[memory.id] })),
  };
}

/** The memory with the greatest lower bound of those that hold here, else of all; newest on a tie. */
async function bestMemory(client: EngineClient, repo?: string): Promise<string | undefined> {
  const statuses = ['active', 'candidate'] as const;
  const rows = await client.call('list', {
    ...(repo === undefined ? {} : { repo }),
    statuses: [...statuses],
    limit: 200,
  });
  if (rows.length === 0 && repo !== undefined) return bestMemory(client);
  return rows.toSorted(
    (a, b) => b.lowerBound - a.lowerBound || b.memory.updatedAt - a.memory.updatedAt,
  )[0]?.memory.id;
}
