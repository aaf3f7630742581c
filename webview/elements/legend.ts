import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { kindColour } from '../theme';
import { KIND_WORDS, counted } from '../words/kind-words';
import { KIND_ICONS, icon } from './icons';
import { ModelElement } from './model-element';
import { shared } from './shared-styles';

/** What the colours and lines mean; each kind is also the switch that shows or hides it. */
@customElement('mneme-legend')
export class Legend extends ModelElement {
  static override styles = [
    shared,
    css`
      .row {
        display: flex;
        align-items: center;
        gap: 2px;
        height: 26px;
        padding: 0 20px 0 8px;
        overflow-x: auto;
        overflow-y: hidden;
        scrollbar-width: none;
        mask-image: linear-gradient(to right, #000 calc(100% - 20px), transparent);
        white-space: nowrap;
        font-size: 11px;
      }
      button.chip {
        flex: none;
        display: inline-flex;
        align-items: center;
        gap: 4px;
        height: 20px;
        padding: 0 5px;
        font: inherit;
        color: inherit;
        background: none;
        border: none;
        border-radius: 4px;
        cursor: pointer;
      }
      button.chip .icon {
        width: 14px;
        height: 14px;
        color: var(--kind);
      }
      button.chip:hover {
        background: var(--vscode-toolbar-hoverBackground);
      }
      button.chip:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
        outline-offset: -1px;
      }
      button.chip[aria-pressed='false'] {
        opacity: 0.5;
        text-decoration: line-through;
      }
      .sign {
        flex: none;
        display: inline-flex;
        align-items: center;
        gap: 4px;
        padding: 0 5px;
        color: var(--vscode-descriptionForeground);
      }
      .sign circle {
        fill: none;
        stroke: currentColor;
        stroke-width: 1.5;
      }
    `,
  ];

  protected override render() {
    const { scene, hidden } = this.model;
    return html`<div class="row" role="group" aria-label="Legend; switches kinds on and off">
      ${[...(scene?.kinds ?? [])].map(([kind, count]) => {
        const isShown = !hidden.has(kind);
        return html`<button
          class="chip"
          style="--kind: ${kindColour(kind)}"
          aria-pressed=${isShown}
          title="${isShown ? 'Hide' : 'Show'} ${KIND_WORDS[kind][1]}"
          aria-label=${counted(count, kind)}
          @click=${() => this.model.toggleKind(kind)}
        >
          ${icon(KIND_ICONS[kind])} ${count} ${KIND_WORDS[kind][count === 1 ? 0 : 1].toLowerCase()}
        </button>`;
      })}
      <span class="sign" title="The fuller the ring, the more often it helps when shown">
        <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
          <circle r="5.5" pathLength="100" stroke-dasharray="70 100" transform="rotate(-90)" />
        </svg>
        helps when shown
      </span>
      <span class="sign" title="Nobody confirmed it yet">
        <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
          <circle r="5.5" stroke-dasharray="2.5 2" />
        </svg>
        not confirmed
      </span>
    </div>`;
  }
}
