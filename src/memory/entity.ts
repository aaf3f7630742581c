import { z } from 'zod';

export const ENTITY_KINDS = [
  'file',
  'symbol',
  'package',
  'command',
  'error',
  'topic',
  'commit',
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** What memories are about. With the memories, the nodes of the graph. */
export const Entity = z.object({
  id: z.string(),
  kind: z.enum(ENTITY_KINDS),
  /** A path in the repository, a symbol's name, a package's name, a commit's sha. */
  name: z.string().min(1),
  /** The repository it belongs to; packages, commands and errors may belong to none. */
  repo: z.string().optional(),
  /** Words to find it by, beyond its name: a commit's message, an error's text. */
  text: z.string().default(''),
  /** When it came to be (a commit's time), or was first seen. */
  at: z.number(),
});
export type Entity = z.infer<typeof Entity>;
