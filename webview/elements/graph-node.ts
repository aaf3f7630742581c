import { css, nothing, svg } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { DrawnNode } from '../graph/picture';
import { kindColour, qualityColour } from '../theme';
import { KIND_ICONS, drawnIcon } from './icons';

/** The distance of the ring of quality from the node, in pixels. */
const RING = 3.5;

type Looks = { isCentre: boolean; isSelected: boolean; scale: number; spoken: string };

/**
 * A node: memories are round, what they are about is square. Colour and icon tell the kind, the
 * ring how often it helps, dashes that nobody confirmed it.
 */
export function graphNode({ node, at, lit }: DrawnNode, looks: Looks) {
  const { isCentre, isSelected, scale, spoken } = looks;
  const radius = node.radius * scale;
  const classes = classMap({
    node: true,
    memory: node.type === 'memory',
    centre: isCentre,
    lit,
    dashed: node.status === 'candidate',
    faded: node.status !== undefined && node.status !== 'active' && node.status !== 'candidate',
  });
  return svg`<g
    class=${classes}
    data-id=${node.id}
    role="button"
    tabindex=${isSelected ? 0 : -1}
    aria-label=${spoken}
    aria-current=${isCentre ? 'true' : nothing}
    transform="translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})"
    style="--kind: ${kindColour(node.kind)}"
  >
    <title>${node.text}</title>
    <circle class="reach" r=${Math.max(12, radius + 4)} />
    ${isSelected ? svg`<circle class="pointer" r=${radius + 7.5} />` : nothing}
    ${node.mean === undefined ? nothing : ring(radius + RING, node.mean)}
    ${
      node.type === 'memory'
        ? svg`<circle class="body" r=${radius} />`
        : svg`<rect class="body" x=${-radius} y=${-radius} width=${2 * radius}
            height=${2 * radius} rx="5" />`
    }
    <g class="glyph">${drawnIcon(KIND_ICONS[node.kind], radius * 1.2)}</g>
  </g>`;
}

function ring(radius: number, mean: number) {
  return svg`<circle class="track" r=${radius} />
    <circle class="quality" r=${radius} pathLength="100" transform="rotate(-90)"
      stroke-dasharray="${Math.round(mean * 100)} 100" style="stroke: ${qualityColour(mean)}" />`;
}

export const graphNodeStyles = css`
  .node {
    cursor: pointer;
    outline: none;
  }
  .node .reach {
    fill: transparent;
  }
  .node .body {
    fill: color-mix(in srgb, var(--kind) 16%, var(--mneme-background));
    stroke: var(--kind);
    stroke-width: 1.25;
  }
  .node:not(.memory) .body {
    fill: var(--mneme-background);
    stroke-width: 1;
  }
  .node.dashed .body {
    stroke-dasharray: 3.5 2.5;
  }
  .node .glyph {
    color: var(--kind);
  }
  .node.centre .body {
    fill: var(--kind);
  }
  .node.centre.dashed .body {
    fill: color-mix(in srgb, var(--kind) 30%, var(--mneme-background));
  }
  .node.centre .glyph {
    color: var(--mneme-background);
  }
  .node.centre.dashed .glyph {
    color: var(--vscode-foreground);
  }
  .node.faded {
    opacity: 0.5;
  }
  .node:not(.lit) {
    opacity: var(--mneme-unlit);
  }
  .node:hover,
  .node:focus-visible {
    opacity: 1;
  }
  .node:hover .body {
    stroke-width: 2;
  }
  .node .track,
  .node .quality {
    fill: none;
    stroke-width: 2;
  }
  .node .track {
    stroke: color-mix(in srgb, var(--vscode-foreground) 14%, transparent);
  }
  .node .pointer {
    fill: none;
    stroke: color-mix(in srgb, var(--vscode-focusBorder) 60%, transparent);
    stroke-width: 1;
  }
  .node.centre .pointer {
    stroke: none;
  }
  .node:focus-visible .pointer {
    stroke: var(--vscode-focusBorder);
    stroke-width: 2;
  }
`;
