import { createHash } from 'node:crypto';

/**
 * Names a line of code wherever it stands and however it is indented, and does not tell what it
 * says: what is kept of people's code is this.
 */
export function lineHash(line: string): string {
  const bare = line.trim().replace(/\s+/g, ' ');
  return createHash('sha1').update(bare).digest('base64url').slice(0, 16);
}
