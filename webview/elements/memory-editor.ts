import { css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Memory, MemoryKind, MemoryPatch } from '../../src/memory/memory';
import type { Scope } from '../../src/memory/scope';
import { MEMORY_KINDS, repositoryName } from '../../src/protocol/panel-messages';
import { KIND_WORDS } from '../words/kind-words';
import { ModelElement } from './model-element';
import { shared } from './shared-styles';

/** A control of the toolkit that holds a value. */
type Valued = HTMLElement & { value: string };

/** The dropdown takes an empty value for its own, so this is not empty. */
const EVERYWHERE = '*';

/** Changes a memory in place: its words, its kind, and where it holds. Fires `closed` when through. */
@customElement('mneme-editor')
export class MemoryEditor extends ModelElement {
  static override styles = [
    shared,
    css`
      form {
        display: grid;
        gap: 8px;
        margin-top: 8px;
      }
      label {
        display: grid;
        gap: 2px;
        min-width: 0;
      }
      vscode-text-area,
      vscode-text-field,
      vscode-dropdown {
        width: 100%;
        min-width: 0;
      }
      vscode-dropdown {
        z-index: 2;
      }
      vscode-dropdown.kind {
        z-index: 3;
      }
      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(110px, 1fr));
        gap: 8px;
      }
      .actions {
        display: flex;
        gap: 6px;
      }
    `,
  ];

  @property({ attribute: false }) accessor memory!: Memory;
  @query('#text') accessor #text!: Valued;
  @query('#kind') accessor #kind!: Valued;
  @query('#repo') accessor #repo!: Valued;
  @query('#glob') accessor #glob!: Valued;
  @query('#language') accessor #language!: Valued;

  protected override firstUpdated(): void {
    this.#text.focus();
  }

  protected override render() {
    const { memory } = this;
    const repos = new Set(
      [memory.scope.repo, this.model.repo].filter((repo) => repo !== undefined),
    );
    return html`<form @keydown=${this.#key} @submit=${(event: Event) => event.preventDefault()}>
      <label>
        <span class="dim">What is known</span>
        <vscode-text-area
          id="text"
          aria-label="What is known"
          rows="5"
          resize="vertical"
          maxlength="8000"
          .value=${memory.text}
        ></vscode-text-area>
      </label>
      <div class="two">
        <label>
          <span class="dim">Kind</span>
          <vscode-dropdown id="kind" class="kind" aria-label="Kind">
            ${MEMORY_KINDS.map(
              (kind) =>
                html`<vscode-option value=${kind} ?selected=${kind === memory.kind}>
                  ${KIND_WORDS[kind][0]}
                </vscode-option>`,
            )}
          </vscode-dropdown>
        </label>
        <label>
          <span class="dim">Holds in</span>
          <vscode-dropdown id="repo" aria-label="Holds in">
            <vscode-option value=${EVERYWHERE} ?selected=${memory.scope.repo === undefined}>
              Everywhere
            </vscode-option>
            ${[...repos].map(
              (repo) =>
                html`<vscode-option
                  value=${repo}
                  title=${repo}
                  ?selected=${repo === memory.scope.repo}
                >
                  ${repositoryName(repo)}
                </vscode-option>`,
            )}
          </vscode-dropdown>
        </label>
        <label>
          <span class="dim">Only in files</span>
          <vscode-text-field
            id="glob"
            aria-label="Only in files that match"
            placeholder="any, or src/**"
            .value=${memory.scope.glob ?? ''}
          ></vscode-text-field>
        </label>
        <label>
          <span class="dim">Only in language</span>
          <vscode-text-field
            id="language"
            aria-label="Only in language"
            placeholder="any, or typescript"
            .value=${memory.scope.language ?? ''}
          ></vscode-text-field>
        </label>
      </div>
      <div class="actions">
        <vscode-button ?disabled=${this.model.busy} @click=${this.#save}>Save</vscode-button>
        <vscode-button appearance="secondary" @click=${this.#close}>Cancel</vscode-button>
      </div>
    </form>`;
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  async #save(): Promise<void> {
    const patch = patchOf(this.memory, {
      text: this.#text.value,
      kind: this.#kind.value as MemoryKind,
      repo: this.#repo.value,
      glob: this.#glob.value,
      language: this.#language.value,
    });
    // What the user wrote stays in the form when it could not be saved.
    if (!patch || (await this.model.act({ act: 'correct', id: this.memory.id, patch }))) {
      this.#close();
    }
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('closed'));
  }
}

type Fields = { text: string; kind: MemoryKind; repo: string; glob: string; language: string };

/** What the form changes of the memory; undefined when nothing, or when its text was emptied. */
function patchOf(memory: Memory, fields: Fields): MemoryPatch | undefined {
  const scope: Scope = {
    ...(fields.repo === EVERYWHERE ? {} : { repo: fields.repo }),
    ...(fields.glob.trim() === '' ? {} : { glob: fields.glob.trim() }),
    ...(fields.language.trim() === '' ? {} : { language: fields.language.trim() }),
  };
  const text = fields.text.trim();
  const isMoved =
    scope.repo !== memory.scope.repo ||
    scope.glob !== memory.scope.glob ||
    scope.language !== memory.scope.language;
  const patch: MemoryPatch = {
    ...(text === '' || text === memory.text ? {} : { text }),
    ...(fields.kind === memory.kind ? {} : { kind: fields.kind }),
    ...(isMoved ? { scope } : {}),
  };
  return Object.keys(patch).length === 0 ? undefined : patch;
}
