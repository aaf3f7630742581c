import { createHash } from 'node:crypto';

/**
 * The id of a memory that was made from something nameable. Every process that learns from the same
 * thing arrives at the same id, so learning twice stores once.
 */
export function memoryIdOf(origin: string): string {
  return `m_${createHash('sha1').update(origin).digest('base64url').slice(0, 20)}`;
}
