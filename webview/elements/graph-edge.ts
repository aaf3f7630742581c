import { css, nothing, svg } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Point } from '../graph/layout';
import type { DrawnEdge } from '../graph/picture';
import { relation } from '../words/edge-words';
import { shortened } from '../words/number-words';

/** An edge: its arrow tells the direction, its breadth the weight, its hover the whole sentence. */
export function graphEdge(
  { edge, from, to, arrow, lit }: DrawnEdge,
  texts: ReadonlyMap<string, string>,
) {
  const name = (id: string) => shortened(texts.get(id) ?? id, 60);
  const line = arrow ? shortenedBy(from, to, 5) : to;
  return svg`<g class=${classMap({ edge: true, lit, [edge.type]: true })}>
    <title>${name(edge.from)} → ${relation(edge.type, true)} → ${name(edge.to)}</title>
    <line x1=${from.x.toFixed(1)} y1=${from.y.toFixed(1)} x2=${line.x.toFixed(1)}
      y2=${line.y.toFixed(1)} stroke-width=${(0.9 + edge.weight * 0.7).toFixed(2)} />
    ${arrow === undefined ? nothing : svg`<polygon points=${arrow} />`}
  </g>`;
}

function shortenedBy(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = Math.max(0, 1 - by / length);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

export const graphEdgeStyles = css`
  .edge line {
    stroke: color-mix(in srgb, var(--vscode-foreground) 22%, transparent);
  }
  .edge polygon {
    fill: color-mix(in srgb, var(--vscode-foreground) 32%, transparent);
  }
  .edge.lit line {
    stroke: color-mix(in srgb, var(--vscode-foreground) 55%, transparent);
  }
  .edge.lit polygon {
    fill: color-mix(in srgb, var(--vscode-foreground) 70%, transparent);
  }
  .edge.contradicts line {
    stroke: var(--mneme-poor);
  }
  .edge.similar-to line,
  .edge.used-with line {
    stroke-dasharray: 1.5 3;
    stroke-linecap: round;
  }
`;
