import { z } from 'zod';
import { Edge } from '../memory/edge';
import { Entity } from '../memory/entity';
import { Memory, MemoryPatch } from '../memory/memory';
import { MemoryCard, MemoryRow } from './engine-api';

export { MEMORY_KINDS, STATUSES } from '../memory/memory';
export { ENTITY_KINDS } from '../memory/entity';
export { EDGE_TYPES } from '../memory/edge';
export { repositoryName } from '../memory/repository-name';
export { describeScope } from '../memory/scope';

/** Raised by one with every change to what follows; the panel and its host must speak the same. */
export const PANEL_VERSION = 1;

/** Nodes the panel draws at most; above that a neighbourhood is a hairball. */
export const MOST_NODES = 150;

const room = z.number().int().min(5).max(MOST_NODES);
const request = z.number().int().positive();

/** A memory as the panel draws it; unrated when the engine gave no quality with it. */
export const PanelMemory = z.object({
  memory: Memory,
  mean: z.number().optional(),
  lowerBound: z.number().optional(),
});
export type PanelMemory = z.infer<typeof PanelMemory>;

/** A memory or an entity, and what stands around it. */
export const PanelSlice = z.object({
  centre: z.string(),
  memories: z.array(PanelMemory),
  entities: z.array(Entity),
  edges: z.array(Edge),
  /** Neighbours that were left out for room. */
  more: z.number().int(),
});
export type PanelSlice = z.infer<typeof PanelSlice>;

/** What changed in a slice whose centre stayed. Nodes and edges in `put` are new or altered. */
export const SliceDelta = z.object({
  put: PanelSlice.pick({ memories: true, entities: true, edges: true }),
  /** Ids of nodes, and keys of edges (`edgeKey`), that are gone. */
  gone: z.object({ nodes: z.array(z.string()), edges: z.array(z.string()) }),
  more: z.number().int(),
});
export type SliceDelta = z.infer<typeof SliceDelta>;

/** What a person may do to a memory from the panel. */
export const PanelAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('correct'), id: z.string(), patch: MemoryPatch }),
  z.object({ act: z.literal('confirm'), id: z.string() }),
  z.object({ act: z.literal('forget'), id: z.string() }),
  z.object({ act: z.literal('undo'), entry: z.string() }),
]);
export type PanelAct = z.infer<typeof PanelAct>;

/** From the panel to the editor. */
export const AppMessage = z.discriminatedUnion('kind', [
  /** The panel stands and listens; `centre` is what it showed before it was hidden. */
  z.object({ kind: z.literal('ready'), centre: z.string().optional(), room }),
  /** Show this node. Sent again with the same node, it asks for a fresh snapshot. */
  z.object({ kind: z.literal('travel'), node: z.string(), room }),
  /** Show the file at hand, or else the best memory there is. */
  z.object({ kind: z.literal('home'), room }),
  z.object({ kind: z.literal('find'), request, text: z.string().max(1000) }),
  z.object({ kind: z.literal('act'), request, act: PanelAct }),
  z.object({
    kind: z.literal('open'),
    repo: z.string().optional(),
    file: z.string().min(1),
    line: z.number().int().positive().optional(),
  }),
  z.object({ kind: z.literal('learn') }),
]);
export type AppMessage = z.infer<typeof AppMessage>;

/** A trouble in words: what happened, and what to do. */
export const Trouble = z.object({ happened: z.string(), remedy: z.string() });
export type Trouble = z.infer<typeof Trouble>;

/** From the editor to the panel. */
export const HostMessage = z.discriminatedUnion('kind', [
  /** The engine is not there yet. */
  z.object({ kind: z.literal('loading') }),
  z.object({
    kind: z.literal('snapshot'),
    /** Numbers what was sent; the next delta starts from it. */
    serial: z.number().int(),
    /** Nothing is known at all when null. */
    slice: PanelSlice.nullable(),
    /** The card of the centre, when that is a memory. */
    card: MemoryCard.nullable(),
    /** The repository of the file at hand, as a scope to move a memory to. */
    repo: z.string().optional(),
    /** Why this is shown and not what was asked for. */
    note: z.string().optional(),
  }),
  z.object({
    kind: z.literal('delta'),
    /** The serial that this delta goes on top of. */
    from: z.number().int(),
    serial: z.number().int(),
    slice: SliceDelta,
    card: MemoryCard.nullable(),
  }),
  z.object({ kind: z.literal('found'), request, rows: z.array(MemoryRow) }),
  /** An act is done; `entry` takes it back. */
  z.object({ kind: z.literal('done'), request, entry: z.string().optional() }),
  /** Something went wrong; with `request`, that request is answered by it. */
  z.object({ kind: z.literal('failed'), request: request.optional(), trouble: Trouble }),
]);
export type HostMessage = z.infer<typeof HostMessage>;

/** A message as it travels. */
export type Envelope<M> = { version: number; message: M };

const Envelope = z.object({ version: z.number(), message: z.unknown() });

/** Packs a message for the other end. */
export function envelope<M>(message: M): Envelope<M> {
  return { version: PANEL_VERSION, message };
}

/** What came in: a message, or why it is none. */
export type Read<M> = { message: M } | { refused: 'version' | 'garbage'; why: string };

/**
 * Reads what the other end sent. Never throws: garbage and messages of another version come back
 * as refused, with the reason for the log.
 */
export function readMessage<M>(schema: z.ZodType<M>, raw: unknown): Read<M> {
  const outer = Envelope.safeParse(raw);
  if (!outer.success) return { refused: 'garbage', why: z.prettifyError(outer.error) };
  if (outer.data.version !== PANEL_VERSION) {
    const why = `version ${outer.data.version}, where ${PANEL_VERSION} is spoken`;
    return { refused: 'version', why };
  }
  const inner = schema.safeParse(outer.data.message);
  if (!inner.success) return { refused: 'garbage', why: z.prettifyError(inner.error) };
  return { message: inner.data };
}
