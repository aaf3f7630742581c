import type { Memory } from '../memory/memory';
import type { Quality } from '../memory/quality';
import type { Writer } from '../store/store';

/**
 * Changes a memory's quality from what it is within the transaction, so that evidence which another
 * process brings in at the same time is not lost. Returns the memory as it is then; `undefined` when
 * it is gone.
 */
export async function changeQuality(
  tx: Writer,
  id: string,
  change: (quality: Quality) => Quality,
): Promise<Memory | undefined> {
  const memory = await tx.memory(id);
  if (memory === undefined) return undefined;
  const quality = change(memory.quality);
  await tx.putQuality(id, quality);
  return { ...memory, quality };
}
