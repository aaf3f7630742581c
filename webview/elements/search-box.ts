import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { MemoryRow } from '../../src/protocol/engine-api';
import { describeScope } from '../../src/protocol/panel-messages';
import { kindColour } from '../theme';
import { KIND_WORDS } from '../words/kind-words';
import { KIND_ICONS, icon } from './icons';
import { ModelElement } from './model-element';
import { shared } from './shared-styles';

/** Typing pauses this long before a search, in milliseconds. */
const PAUSE = 140;

/** Finds a memory by words, to start from it. */
@customElement('mneme-search')
export class SearchBox extends ModelElement {
  static override styles = [
    shared,
    css`
      :host {
        flex: 1;
      }
      vscode-text-field {
        width: 100%;
        min-width: 0;
      }
      .found {
        position: absolute;
        z-index: 10;
        left: 6px;
        right: 6px;
        top: 100%;
        max-height: min(320px, 60vh);
        overflow-y: auto;
        margin: 0;
        padding: 3px;
        list-style: none;
        color: var(--vscode-editorSuggestWidget-foreground, var(--vscode-foreground));
        background: var(--vscode-editorSuggestWidget-background, var(--mneme-background));
        border: 1px solid
          var(
            --vscode-contrastBorder,
            var(--vscode-widget-border, var(--vscode-editorWidget-border))
          );
        border-radius: 5px;
        box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
      }
      li {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 0 6px;
        padding: 2px 6px;
        border-radius: 3px;
        cursor: pointer;
      }
      li .icon {
        margin-top: 2px;
        color: var(--kind);
      }
      li span {
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
      }
      li .dim {
        grid-column: 2;
        font-size: 11px;
      }
      li:hover {
        background: var(--vscode-list-hoverBackground);
      }
      li.active {
        color: var(--vscode-list-activeSelectionForeground);
        background: var(--vscode-list-activeSelectionBackground);
        outline: 1px solid var(--vscode-list-focusOutline, transparent);
        outline-offset: -1px;
      }
      li.active .dim,
      li.active .icon {
        color: inherit;
      }
      li.none {
        cursor: default;
        grid-template-columns: 1fr;
        background: none;
      }
    `,
  ];

  @state() accessor #rows: readonly MemoryRow[] | undefined;
  @state() accessor #active = 0;
  @query('vscode-text-field') accessor #field!: HTMLElement & { value: string };
  #timer: number | undefined;
  #asked = 0;

  override focus(): void {
    this.#field.focus();
  }

  protected override render() {
    const isOpen = this.#rows !== undefined;
    return html`<vscode-text-field
        placeholder="Search memories"
        aria-label="Search memories"
        role="combobox"
        aria-expanded=${isOpen}
        aria-controls="found"
        aria-activedescendant=${this.#rows?.length ? `found-${this.#active}` : nothing}
        @input=${this.#type}
        @keydown=${this.#key}
        @blur=${() => this.#close()}
        >${icon('search', 'start')}</vscode-text-field
      >
      ${isOpen ? this.#found(this.#rows ?? []) : nothing}
      <span class="hidden-text" role="status">
        ${isOpen ? `${this.#rows?.length ?? 0} found` : ''}
      </span>`;
  }

  #found(rows: readonly MemoryRow[]) {
    return html`<ul id="found" class="found" role="listbox" aria-label="Found">
      ${rows.length === 0 ? html`<li class="none dim">Nothing found</li>` : nothing}
      ${rows.map(
        ({ memory }, at) =>
          html`<li
            id="found-${at}"
            class=${classMap({ active: at === this.#active })}
            role="option"
            aria-selected=${at === this.#active}
            style="--kind: ${kindColour(memory.kind)}"
            title=${memory.text}
            @pointerdown=${(event: Event) => {
              event.preventDefault();
              this.#choose(at);
            }}
          >
            ${icon(KIND_ICONS[memory.kind])}
            <span>${memory.text}</span>
            <span class="dim">${KIND_WORDS[memory.kind][0]} · ${describeScope(memory.scope)}</span>
          </li>`,
      )}
    </ul>`;
  }

  #type(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#search(), PAUSE);
  }

  async #search(): Promise<void> {
    const asked = ++this.#asked;
    const text = this.#field.value.trim();
    const rows = text === '' ? undefined : await this.model.find(text);
    if (asked !== this.#asked) return;
    this.#rows = rows;
    this.#active = 0;
  }

  #key(event: KeyboardEvent): void {
    const last = (this.#rows?.length ?? 0) - 1;
    if (event.key === 'ArrowDown') this.#active = Math.min(last, this.#active + 1);
    else if (event.key === 'ArrowUp') this.#active = Math.max(0, this.#active - 1);
    else if (event.key === 'Enter') this.#choose(this.#active);
    else if (event.key === 'Escape') this.#close();
    else return;
    event.preventDefault();
  }

  #choose(at: number): void {
    const row = this.#rows?.[at];
    if (!row) return;
    this.#field.value = '';
    this.#close();
    this.model.travel(row.memory.id);
  }

  #close(): void {
    this.#asked++;
    clearTimeout(this.#timer);
    this.#rows = undefined;
  }
}
