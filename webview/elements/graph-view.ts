import { css, html, nothing, svg } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Stage, glide } from '../graph/glide';
import { type Point, type Positions, layout, stretched } from '../graph/layout';
import { nextTowards } from '../graph/neighbours';
import { compose } from '../graph/picture';
import type { Scene } from '../graph/scene';
import { type Size, type Viewport, fitted, panned, zoomed } from '../graph/viewport';
import { spokenNode } from '../words/spoken';
import { graphEdge, graphEdgeStyles } from './graph-edge';
import { graphNode, graphNodeStyles } from './graph-node';
import { icon } from './icons';
import { ModelElement } from './model-element';
import { shared } from './shared-styles';

/** Room between the outermost nodes and the edge, in pixels: a label fits below the last node. */
const MARGIN = 34;
const ZOOM_STEP = 1.3;
const PAN_STEP = 40;
/** A press that moves less than this is a click. */
const CLICK = 4;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/** The neighbourhood as a picture. Every node is a button; the picture is zoomed and moved. */
@customElement('mneme-graph')
export class GraphView extends ModelElement {
  static override styles = [
    shared,
    graphNodeStyles,
    graphEdgeStyles,
    css`
      :host {
        position: relative;
        overflow: hidden;
        height: 100%;
      }
      svg.picture {
        display: block;
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        touch-action: none;
        cursor: grab;
        user-select: none;
        -webkit-user-select: none;
      }
      svg.picture.moving,
      svg.picture.moving .node {
        cursor: grabbing;
      }
      text {
        pointer-events: none;
        font-size: 11px;
        dominant-baseline: central;
        fill: var(--vscode-foreground);
        stroke: var(--mneme-background);
        stroke-width: 3;
        stroke-linejoin: round;
        paint-order: stroke;
      }
      text.unlit {
        fill: var(--vscode-descriptionForeground);
      }
      text.strong {
        font-weight: 600;
      }
      text.relation {
        font-style: italic;
        fill: var(--vscode-descriptionForeground);
      }
      .zoom {
        position: absolute;
        right: 6px;
        bottom: 6px;
        display: flex;
        border-radius: 5px;
        background: var(--mneme-background);
        opacity: 0.75;
      }
      .zoom:hover,
      .zoom:focus-within {
        opacity: 1;
      }
    `,
  ];

  @state() accessor #stage: Stage | undefined;
  @state() accessor #size: Size = { width: 0, height: 0 };
  @state() accessor #pointed: string | undefined;
  @state() accessor #isMoving = false;
  #drawn: Scene | undefined;
  /** The layout, and the same as it is drawn: in the shape of the view. */
  #plane: Positions = new Map();
  #target: Positions = new Map();
  /** The user moved the picture, so it is not fitted again until they go elsewhere. */
  #isPlaced = false;
  #hadFocus = false;
  #stop: () => void = () => undefined;
  readonly #resized = new ResizeObserver(([entry]) => {
    if (entry) this.#resize({ width: entry.contentRect.width, height: entry.contentRect.height });
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#stop();
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement?.hasAttribute('data-id') ?? false;
    const { scene } = this.model;
    if (!scene || scene === this.#drawn || this.#size.width === 0) return;
    const travelled = scene.centre !== this.#drawn?.centre;
    this.#plane = layout(scene, this.#plane);
    this.#target = this.#stretched();
    this.#drawn = scene;
    if (travelled) {
      this.#isPlaced = false;
      this.#pointed = undefined;
    }
    const view = this.#stage && this.#isPlaced ? this.#stage.view : this.#fit();
    this.#stop();
    // A recentred layout has a new origin: carry the old picture over, so that nothing jumps.
    const from = this.#stage && recentred(this.#stage, scene.centre);
    this.#stop = glide(from, { positions: this.#target, view }, scene.centre, (stage) => {
      this.#stage = stage;
    });
  }

  /** Nodes change their order as one travels, and a node that is moved or goes loses the focus. */
  protected override updated(): void {
    if (this.#hadFocus && !this.shadowRoot?.activeElement) this.#focus(this.model.selected);
  }

  protected override render() {
    const { scene } = this.model;
    const stage = this.#stage;
    if (!scene || !stage) return nothing;
    const selected = this.model.selected ?? scene.centre;
    const lit = this.#pointed ?? selected;
    const picture = compose(scene, stage.positions, stage.view, this.#size, lit);
    const texts = new Map(scene.nodes.map((node) => [node.id, node.text]));
    return html`<svg
        class=${classMap({ picture: true, moving: this.#isMoving })}
        role="group"
        aria-roledescription="graph"
        aria-label="Graph of memories. Arrow keys move between nodes, Enter travels, plus and minus zoom."
        @pointerdown=${this.#press}
        @wheel=${this.#wheel}
        @keydown=${this.#key}
        @pointerover=${(event: Event) => (this.#pointed = nodeOf(event))}
        @pointerleave=${() => (this.#pointed = undefined)}
        @focusin=${(event: Event) => this.model.select(nodeOf(event) ?? selected)}
      >
        <g>
          ${repeat(
            picture.edges,
            (drawn) => drawn.edge.key,
            (drawn) => graphEdge(drawn, texts),
          )}
        </g>
        <g aria-hidden="true">
          ${picture.relations.map(
            (label) =>
              svg`<text class="relation" x=${label.x} y=${label.y} text-anchor="middle">${label.text}</text>`,
          )}
        </g>
        <g>
          ${repeat(
            picture.nodes,
            (drawn) => drawn.node.id,
            (drawn) =>
              graphNode(drawn, {
                isCentre: drawn.node.id === scene.centre,
                isSelected: drawn.node.id === selected,
                scale: picture.scale,
                spoken: spokenNode(drawn.node, scene),
              }),
          )}
        </g>
        <g aria-hidden="true">
          ${picture.labels.map((label) => {
            const isStrong = label.id === scene.centre;
            const isLit = picture.nodes.some(({ node, lit: on }) => on && node.id === label.id);
            return svg`<text class=${classMap({ strong: isStrong, unlit: !isLit })} x=${label.x}
              y=${label.y} text-anchor=${label.anchor}>${label.text}</text>`;
          })}
        </g>
      </svg>
      <div class="zoom">
        ${this.#tool('add', 'Zoom in', () => this.#zoom(ZOOM_STEP))}
        ${this.#tool('remove', 'Zoom out', () => this.#zoom(1 / ZOOM_STEP))}
        ${this.#tool('screen-full', 'Show all of it', () => this.#refit())}
      </div>`;
  }

  #tool(name: 'add' | 'remove' | 'screen-full', words: string, act: () => void) {
    return html`<button class="tool" title=${words} aria-label=${words} @click=${act}>
      ${icon(name)}
    </button>`;
  }

  #stretched(): Positions {
    return stretched(this.#plane, this.#size.width / Math.max(1, this.#size.height));
  }

  #fit(): Viewport {
    return fitted(this.#target.values(), this.#size, MARGIN);
  }

  #refit(): void {
    this.#isPlaced = false;
    this.#look(this.#fit());
  }

  #look(view: Viewport): void {
    this.#stop();
    this.#stage = { positions: this.#target, view };
  }

  #resize(size: Size): void {
    this.#size = size;
    if (!this.#stage || this.#isPlaced) return;
    this.#target = this.#stretched();
    this.#look(this.#fit());
  }

  #zoom(factor: number, at?: Point): void {
    if (!this.#stage) return;
    this.#isPlaced = true;
    const middle = { x: this.#size.width / 2, y: this.#size.height / 2 };
    this.#look(zoomed(this.#stage.view, factor, at ?? middle));
  }

  #pan(dx: number, dy: number): void {
    if (!this.#stage) return;
    this.#isPlaced = true;
    this.#look(panned(this.#stage.view, dx, dy));
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const box = this.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    this.#zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), at);
  }

  /** A press on a node travels to it unless it becomes a drag; a drag moves the picture. */
  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    const node = nodeOf(event);
    let last = { x: event.clientX, y: event.clientY };
    let moved = 0;
    const move = (next: PointerEvent) => {
      moved += Math.abs(next.clientX - last.x) + Math.abs(next.clientY - last.y);
      if (moved > CLICK) {
        this.#isMoving = true;
        this.#pan(next.clientX - last.x, next.clientY - last.y);
      }
      last = { x: next.clientX, y: next.clientY };
    };
    const end = (last: PointerEvent) => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      this.#isMoving = false;
      if (last.type === 'pointerup' && moved <= CLICK && node) this.model.travel(node);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const node = nodeOf(event);
    const arrow = ARROWS[event.key];
    if (arrow && event.shiftKey) this.#pan(-arrow.x * PAN_STEP, -arrow.y * PAN_STEP);
    else if (arrow && node) this.#move(nextTowards(this.#target, node, arrow));
    else if ((event.key === 'Enter' || event.key === ' ') && node) this.model.travel(node);
    else if (event.key === 'Home' || event.key === 'Escape') this.#move(this.model.scene?.centre);
    else if (event.key === '+' || event.key === '=') this.#zoom(ZOOM_STEP);
    else if (event.key === '-') this.#zoom(1 / ZOOM_STEP);
    else if (event.key === '0') this.#refit();
    else return;
    event.preventDefault();
  }

  #move(node: string | undefined): void {
    if (node === undefined) return;
    this.model.select(node);
    void this.updateComplete.then(() => this.#focus(node));
  }

  #focus(node = ''): void {
    const drawn = this.renderRoot.querySelector<SVGGElement>(`[data-id="${CSS.escape(node)}"]`);
    drawn?.focus({ preventScroll: true });
  }
}

/** The same picture on the screen, with the plane's origin moved to where the node stands. */
function recentred(stage: Stage, centre: string): Stage {
  const origin = stage.positions.get(centre);
  if (!origin) return stage;
  const positions = new Map(
    [...stage.positions].map(([id, { x, y }]) => [id, { x: x - origin.x, y: y - origin.y }]),
  );
  const { zoom } = stage.view;
  const view = { zoom, x: stage.view.x + origin.x * zoom, y: stage.view.y + origin.y * zoom };
  return { positions, view };
}

function nodeOf(event: Event): string | undefined {
  const target = event.target instanceof Element ? event.target.closest('[data-id]') : undefined;
  return target?.getAttribute('data-id') ?? undefined;
}
