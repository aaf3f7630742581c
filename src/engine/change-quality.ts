import type { Memory } from '../memory/memory';
import type { Quality } from '../memory/quality';
import type { Writer } from '../store/store';

/**
 * Changes memories' qualities from what they are within the transaction, so that evidence which
 * another process brings in at the same time is not lost. Returns the memories as they are then;
 * those that are gone are missing.
 */
export async function changeQualities(
  tx: Writer,
  ids: readonly string[],
  change: (quality: Quality, id: string) => Quality,
): Promise<Memory[]> {
  const changed = (await tx.memories(ids)).map((memory) => ({
    ...memory,
    quality: change(memory.quality, memory.id),
  }));
  await tx.putQualities(new Map(changed.map(({ id, quality }) => [id, quality])));
  return changed;
}
