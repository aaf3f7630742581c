import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { neighbourGroups } from '../graph/neighbours';
import type { Scene, SceneNode } from '../graph/scene';
import { kindColour } from '../theme';
import { percent } from '../words/number-words';
import { spokenNode } from '../words/spoken';
import { KIND_ICONS, icon } from './icons';
import { ModelElement } from './model-element';
import { shared } from './shared-styles';

/** The picture as a list, with the same selection: arrow keys move in it, Enter travels. */
@customElement('mneme-neighbours')
export class NeighbourList extends ModelElement {
  static override styles = [
    shared,
    css`
      .list {
        outline: none;
        padding-bottom: 4px;
      }
      .group {
        padding: 4px 12px 0;
        font-size: 11px;
        line-height: 18px;
        color: var(--vscode-descriptionForeground);
      }
      .row {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto;
        align-items: center;
        gap: 6px;
        height: 22px;
        padding: 0 12px;
        cursor: pointer;
      }
      .row .icon {
        color: var(--kind);
      }
      .row span {
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
      }
      .row:hover {
        background: var(--vscode-list-hoverBackground);
        outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -1px;
      }
      .row.selected {
        background: var(--vscode-list-inactiveSelectionBackground);
        color: var(--vscode-list-inactiveSelectionForeground, inherit);
        outline: 1px dotted var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -1px;
      }
      .list:focus-visible .row.selected {
        background: var(--vscode-list-activeSelectionBackground);
        color: var(--vscode-list-activeSelectionForeground);
        outline: 1px solid var(--vscode-list-focusOutline, var(--vscode-focusBorder));
        outline-offset: -1px;
      }
      .list:focus-visible .row.selected .icon,
      .list:focus-visible .row.selected .dim {
        color: inherit;
      }
      .none {
        margin: 0;
        padding: 4px 12px;
      }
    `,
  ];

  protected override render() {
    const { scene, selected } = this.model;
    if (!scene) return nothing;
    const groups = neighbourGroups(scene);
    if (groups.length === 0) return html`<p class="none dim">Nothing stands around it yet.</p>`;
    const order = groups.flatMap(({ nodes }) => nodes.map(({ id }) => id));
    const active = order.indexOf(selected ?? '');
    return html`<div
      class="list"
      role="listbox"
      tabindex="0"
      aria-label="Neighbours"
      aria-activedescendant=${active < 0 ? nothing : `row-${active}`}
      @keydown=${(event: KeyboardEvent) => this.#key(event, order)}
      @focus=${() => active < 0 && this.model.select(order[0])}
    >
      ${groups.map(
        (group) =>
          html`<div role="group" aria-label=${group.relation}>
            <div class="group" aria-hidden="true">${group.relation}</div>
            ${group.nodes.map((node) => this.#row(node, scene, order.indexOf(node.id)))}
          </div>`,
      )}
    </div>`;
  }

  #row(node: SceneNode, scene: Scene, at: number) {
    const isSelected = node.id === this.model.selected;
    return html`<div
      id="row-${at}"
      class=${classMap({ row: true, selected: isSelected })}
      role="option"
      aria-selected=${isSelected}
      aria-label=${spokenNode(node, scene)}
      title=${node.text}
      style="--kind: ${kindColour(node.kind)}"
      data-id=${node.id}
      @click=${() => this.model.travel(node.id)}
    >
      ${icon(KIND_ICONS[node.kind])}
      <span>${node.type === 'entity' && node.kind === 'commit' ? node.label : node.text}</span>
      <span class="dim">${node.mean === undefined ? '' : percent(node.mean)}</span>
    </div>`;
  }

  #key(event: KeyboardEvent, order: readonly string[]): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = order.indexOf(this.model.selected ?? '');
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }[event.key];
    if (to !== undefined) {
      const next = order[Math.min(order.length - 1, Math.max(0, to))];
      this.model.select(next);
      void this.updateComplete.then(() => {
        this.renderRoot.querySelector('.selected')?.scrollIntoView({ block: 'nearest' });
      });
    } else if ((event.key === 'Enter' || event.key === ' ') && order[at] !== undefined) {
      this.model.travel(order[at]);
    } else return;
    event.preventDefault();
  }
}
