import { createHash } from 'node:crypto';
import type { Entity, EntityKind } from './entity';

/**
 * The id of an entity, made from what it is: every process that meets the same file or commit
 * gives it the same id, so nobody has to look first. `symbol` names are `path#name`.
 */
export function entityId(kind: EntityKind, name: string, repo?: string): string {
  const digest = createHash('sha1')
    .update(`${kind}\0${repo ?? ''}\0${name}`)
    .digest('base64url');
  return `e_${digest.slice(0, 20)}`;
}

/** An entity with its id made from its parts. */
export function entity(parts: Omit<Entity, 'id' | 'text'> & { text?: string }): Entity {
  return { text: '', ...parts, id: entityId(parts.kind, parts.name, parts.repo) };
}
