import { css, html, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { icon } from './icons';
import { ModelElement } from './model-element';
import { panelLayout } from './panel-layout';
import type { SearchBox } from './search-box';
import { section, sectionStyles } from './section';
import { shared } from './shared-styles';
import { spokenScene } from '../words/spoken';

/** The whole panel: tools, picture, legend, card and list, and a word to the user on top of them. */
@customElement('mneme-panel')
export class PanelApp extends ModelElement {
  static override styles = [
    shared,
    sectionStyles,
    panelLayout,
    css`
      .neighbours .content {
        padding: 0;
      }
    `,
  ];

  @query('mneme-search') accessor #search!: SearchBox | null;

  protected override render() {
    const { model } = this;
    const isWaiting = model.busy || (model.phase === 'loading' && !model.trouble);
    return html`<div class="panel" @keydown=${this.#key}>
      <div class="wait" ?hidden=${!isWaiting}></div>
      <header>
        ${this.#tool('arrow-left', 'Back (Alt+Left)', !model.canGoBack, () => model.step(-1))}
        ${this.#tool('arrow-right', 'Forward (Alt+Right)', !model.canGoForward, () => model.step(1))}
        <mneme-search .model=${model}></mneme-search>
        ${this.#tool('target', 'Go to the file at hand', false, () => model.home())}
      </header>
      ${model.phase === 'shown' ? this.#shown() : this.#notShown()} ${this.#word()}
      <div class="hidden-text" role="status" aria-live="polite">
        ${model.scene ? spokenScene(model.scene) : ''}
      </div>
    </div>`;
  }

  #shown() {
    const { model } = this;
    return html`<main>
      <div class="drawing">
        <mneme-graph .model=${model}></mneme-graph>
        <mneme-legend .model=${model}></mneme-legend>
      </div>
      <div class="detail">
        ${
          model.card
            ? html`<mneme-memory-card .model=${model}>${this.#neighbours()}</mneme-memory-card>`
            : html`<mneme-entity-card .model=${model}></mneme-entity-card>${this.#neighbours()}`
        }
      </div>
    </main>`;
  }

  #neighbours() {
    const { model } = this;
    const others = (model.scene?.nodes.length ?? 1) - 1;
    return html`<div class="neighbours">
      ${section(
        model,
        'Neighbours',
        others,
        html`<mneme-neighbours .model=${model}></mneme-neighbours>
          ${model.canShowMore ? this.#more() : nothing}`,
      )}
    </div>`;
  }

  #more() {
    return html`<p class="more">
      <button class="plain link" @click=${() => this.model.showMore()}>
        Show ${this.model.slice?.more} more
      </button>
    </p>`;
  }

  #notShown() {
    const { model } = this;
    if (model.phase === 'loading') {
      return html`<main class="empty" aria-busy=${!model.trouble}>
        ${
          model.trouble
            ? html`<p role="alert">${model.trouble.happened} ${model.trouble.remedy}</p>
                <vscode-button @click=${() => model.start()}>Try again</vscode-button>`
            : html`<div class="late">
                <vscode-progress-ring></vscode-progress-ring>
                <p class="dim">Opening the memory…</p>
              </div>`
        }
      </main>`;
    }
    return html`<main class="empty">
      <p>Mneme knows nothing yet. It learns while you work, from what becomes of suggestions.</p>
      <p>To start with what is there: the history and the instruction files of this repository.</p>
      <vscode-button @click=${() => model.learn()}>Learn from This Repository</vscode-button>
    </main>`;
  }

  /** An error, or a word about what was done, above everything so that nothing moves. */
  #word() {
    const { phase, trouble, notice, forgotten } = this.model;
    if (trouble && phase !== 'loading') {
      return html`<div class="word trouble" role="alert">
        ${icon('error')}<span>${trouble.happened} ${trouble.remedy}</span>${this.#dismiss()}
      </div>`;
    }
    if (forgotten) {
      const undo = () => void this.model.takeBack(forgotten.entry, forgotten.node);
      return html`<div class="word" role="status">
        ${icon('trash')}<span>Forgotten.</span>
        <button id="bring-back" class="plain link" @click=${undo}>Undo</button>${this.#dismiss()}
      </div>`;
    }
    return notice
      ? html`<div class="word" role="status">
          ${icon('info')}<span>${notice}</span>${this.#dismiss()}
        </div>`
      : nothing;
  }

  #dismiss() {
    return html`<button
      class="tool"
      title="Close"
      aria-label="Close"
      @click=${() => this.model.dismiss()}
    >
      ${icon('close')}
    </button>`;
  }

  #tool(name: Parameters<typeof icon>[0], words: string, isDisabled: boolean, act: () => void) {
    return html`<button
      class="tool"
      title=${words}
      aria-label=${words}
      ?disabled=${isDisabled}
      @click=${act}
    >
      ${icon(name)}
    </button>`;
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey && event.key === 'ArrowLeft') this.model.step(-1);
    else if (event.altKey && event.key === 'ArrowRight') this.model.step(1);
    else if (event.key === '/' && !isTyping(event)) this.#search?.focus();
    else return;
    event.preventDefault();
  }
}

/** Whether the key goes into a field. */
function isTyping(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some((target) => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'mneme-panel': PanelApp;
  }
}
