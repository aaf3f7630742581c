import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Memory } from '../../src/memory/memory';
import type { MemoryCard } from '../../src/protocol/engine-api';
import { describeScope } from '../../src/protocol/panel-messages';
import { kindColour } from '../theme';
import { KIND_WORDS, STATUS_WORDS } from '../words/kind-words';
import { beforeAfter, diffStyles } from './diff-block';
import { KIND_ICONS, icon } from './icons';
import { ModelElement } from './model-element';
import { section, sectionStyles } from './section';
import { shared } from './shared-styles';

/**
 * The chosen memory: what it says, how good it is, why it exists, what it led to, and its acts. What
 * is put inside stands before its history.
 */
@customElement('mneme-memory-card')
export class MemoryCardElement extends ModelElement {
  static override styles = [
    shared,
    sectionStyles,
    diffStyles,
    css`
      :host {
        container: card / inline-size;
      }
      .head {
        padding: 10px 12px 12px;
      }
      .kind {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 6px;
      }
      .kind > .icon {
        color: var(--kind);
      }
      h2 {
        margin: 0;
        font-size: inherit;
        font-weight: 600;
      }
      .status {
        padding: 0 6px;
        border-radius: 9px;
        font-size: 11px;
        line-height: 16px;
        border: 1px dashed currentColor;
        color: var(--vscode-descriptionForeground);
      }
      .text {
        margin: 6px 0;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      .scope {
        margin: 0 0 8px;
        overflow-wrap: anywhere;
      }
      dl {
        margin: 6px 0;
      }
      dt {
        font-size: 11px;
        color: var(--vscode-descriptionForeground);
      }
      dd {
        margin: 0 0 4px;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      ol {
        margin: 6px 0;
        padding-inline-start: 22px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
        min-height: 26px;
        margin-top: 10px;
      }
      @container card (max-width: 240px) {
        .actions {
          gap: 4px;
        }
        .actions vscode-button {
          --button-padding-horizontal: 5px;
        }
      }
      .actions .question {
        flex: 1 1 100%;
        margin: 0;
      }
    `,
  ];

  @state() accessor #isEditing = false;
  @state() accessor #isAsking = false;
  @query('#keep') accessor #keep!: HTMLElement | null;
  @query('#edit') accessor #edit!: HTMLElement | null;
  @query('#forget') accessor #forgetButton!: HTMLElement | null;
  #shownId: string | undefined;

  /** Starts to edit, for a key anywhere in the panel. */
  edit(): void {
    this.#isEditing = true;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const id = this.model.card?.memory.id;
    if (id === this.#shownId) return;
    this.#shownId = id;
    this.#isEditing = false;
    this.#isAsking = false;
  }

  protected override render() {
    const { card } = this.model;
    if (!card) return nothing;
    const { memory } = card;
    return html`<div class="head" style="--kind: ${kindColour(memory.kind)}">
        <div class="kind">
          ${icon(KIND_ICONS[memory.kind])}
          <h2>${KIND_WORDS[memory.kind][0]}</h2>
          ${
            memory.status === 'active'
              ? nothing
              : html`<span class="status" title=${STATUS_WORDS[memory.status]}>
                  ${memory.status === 'candidate' ? 'not confirmed' : memory.status}
                </span>`
          }
        </div>
        ${
          this.#isEditing
            ? html`<mneme-editor
                .model=${this.model}
                .memory=${memory}
                @closed=${this.#stopEditing}
              ></mneme-editor>`
            : this.#reading(card)
        }
      </div>
      ${section(
        this.model,
        'Why it exists',
        undefined,
        html`<mneme-evidence .model=${this.model} .memory=${memory}></mneme-evidence>`,
      )}
      ${
        card.exposures.length + card.outcomes.length > 0
          ? section(
              this.model,
              'What it led to',
              undefined,
              html`<mneme-outcomes .model=${this.model} .card=${card}></mneme-outcomes>`,
            )
          : nothing
      }
      <slot></slot>
      ${
        card.journal.length > 0
          ? section(
              this.model,
              'History',
              undefined,
              html`<mneme-journal .model=${this.model} .journal=${card.journal}></mneme-journal>`,
            )
          : nothing
      }`;
  }

  #reading({ memory, mean, lowerBound }: MemoryCard) {
    return html`<p class="text">${memory.text}</p>
      ${detail(memory)}
      <p class="scope dim" title=${memory.scope.repo ?? nothing}>
        Holds ${memory.scope.repo === undefined ? '' : 'in '}${describeScope(memory.scope)}
      </p>
      <mneme-quality
        .mean=${mean}
        .lowerBound=${lowerBound}
        .shown=${memory.quality.shown}
      ></mneme-quality>
      <div class="actions">
        ${this.#isAsking ? this.#question(memory) : this.#buttons(memory)}
      </div>`;
  }

  #buttons(memory: Memory) {
    const { busy } = this.model;
    const confirm = () => void this.model.act({ act: 'confirm', id: memory.id });
    const isCandidate = memory.status === 'candidate';
    return html`<vscode-button
        id="confirm"
        appearance=${isCandidate ? 'primary' : 'secondary'}
        title="Say that it is so: it is used, and ranks higher"
        ?disabled=${busy}
        @click=${confirm}
        >Confirm</vscode-button
      >
      <vscode-button
        id="edit"
        appearance="secondary"
        title="Change its words, kind or scope"
        ?disabled=${busy}
        @click=${() => this.edit()}
        >Edit</vscode-button
      >
      <vscode-button
        id="forget"
        appearance="secondary"
        title="Remove it completely"
        ?disabled=${busy}
        @click=${this.#ask}
        >Forget</vscode-button
      >`;
  }

  #question(memory: Memory) {
    const forget = () => void this.model.act({ act: 'forget', id: memory.id });
    return html`<p class="question" role="alert">
        Forget it completely? Its evidence and outcomes go with it.
      </p>
      <vscode-button id="really" ?disabled=${this.model.busy} @click=${forget}
        >Forget</vscode-button
      >
      <vscode-button id="keep" appearance="secondary" @click=${this.#stopAsking}
        >Keep</vscode-button
      >`;
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    await this.updateComplete;
    this.#keep?.focus();
  }

  async #stopAsking(): Promise<void> {
    this.#isAsking = false;
    await this.updateComplete;
    this.#forgetButton?.focus();
  }

  async #stopEditing(): Promise<void> {
    this.#isEditing = false;
    await this.updateComplete;
    this.#edit?.focus();
  }
}

/** What the memory's kind knows beyond its text. */
function detail({ detail: known }: Memory) {
  const { before, after, problem, solution, steps, reason } = known;
  const named = [
    ['Problem', problem],
    ['Solution', solution],
    ['Because', reason],
  ].filter(([, text]) => text !== undefined);
  return html`${
    before === undefined && after === undefined ? nothing : beforeAfter(before ?? '', after ?? '')
  }
  ${
    named.length === 0
      ? nothing
      : html`<dl>
          ${named.map(
            ([name, text]) =>
              html`<dt>${name}</dt>
                <dd>${text}</dd>`,
          )}
        </dl>`
  }
  ${
    steps === undefined
      ? nothing
      : html`<ol>
          ${steps.map((step) => html`<li>${step}</li>`)}
        </ol>`
  }`;
}
