import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { qualityColour } from '../theme';
import { percent } from '../words/number-words';
import { shared } from './shared-styles';

/** How often a memory helps when shown: the bar is the mean, its solid part the lower bound. */
@customElement('mneme-quality')
export class QualityBar extends LitElement {
  static override styles = [
    shared,
    css`
      .bar {
        height: 4px;
        border-radius: 2px;
        overflow: hidden;
        background: color-mix(in srgb, var(--vscode-foreground) 12%, transparent);
        position: relative;
      }
      .bar span {
        position: absolute;
        inset: 0 auto 0 0;
        background: var(--colour);
      }
      .bar .mean {
        opacity: 0.45;
      }
      p {
        margin: 4px 0 0;
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 8px;
      }
    `,
  ];

  @property({ type: Number }) accessor mean = 0;
  @property({ type: Number }) accessor lowerBound = 0;
  /** How often it was shown. */
  @property({ type: Number }) accessor shown = 0;

  protected override render() {
    const times = this.shown === 1 ? 'once' : `${this.shown} times`;
    const words = this.shown === 0 ? 'Not shown yet' : `Helps ${percent(this.mean)} when shown`;
    return html`<div
        class="bar"
        style="--colour: ${qualityColour(this.mean)}"
        title="Mean ${percent(this.mean)}, at least ${percent(this.lowerBound)}"
      >
        <span class="mean" style="width: ${this.mean * 100}%"></span>
        <span style="width: ${this.lowerBound * 100}%"></span>
      </div>
      <p>
        <span>${words}</span>
        <span class="dim">
          ${this.shown === 0 ? 'expected' : `shown ${times}, `} at least ${percent(this.lowerBound)}
        </span>
      </p>`;
  }
}
