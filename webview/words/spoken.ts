import { relationBetween } from '../graph/neighbours';
import type { Scene, SceneNode } from '../graph/scene';
import { KIND_WORDS, counted } from './kind-words';
import { percent, shortened } from './number-words';

/** A node in words, for a screen reader: what it is, its state, and how it stands to the centre. */
export function spokenNode(node: SceneNode, scene: Scene): string {
  const parts = [`${KIND_WORDS[node.kind][0]}: ${shortened(node.text, 160)}`];
  if (node.status && node.status !== 'active') parts.push(node.status);
  if (node.mean !== undefined) parts.push(`helps ${percent(node.mean)}`);
  const relations = relationBetween(scene, scene.centre, node.id);
  if (relations.length > 0) parts.push(`the centre: ${relations.join(', ')}`);
  return parts.join('; ');
}

/** The whole picture in words, spoken when the centre changes. */
export function spokenScene(scene: Scene): string {
  const centre = scene.nodes.find((node) => node.id === scene.centre);
  if (!centre) return '';
  const kinds = new Map<SceneNode['kind'], number>();
  const near = scene.nodes.filter((node) => node.hops === 1);
  for (const { kind } of near) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const list = [...kinds].map(([kind, count]) => counted(count, kind)).join(', ');
  const neighbours =
    near.length === 0
      ? 'No neighbours.'
      : `${near.length === 1 ? '1 neighbour' : `${near.length} neighbours`}: ${list}.`;
  const further = scene.nodes.length - near.length - 1;
  return [
    `${spokenNode(centre, scene)}.`,
    neighbours,
    further > 0 ? `${further} more further on.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
