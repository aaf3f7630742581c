import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { PanelModel } from '../panel-model';

/** An element that shows the panel's model and is drawn again when that changes. */
export abstract class ModelElement extends LitElement {
  @property({ attribute: false }) accessor model!: PanelModel;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.model.onChange(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }
}
