import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Entity } from '../../src/memory/entity';
import { repositoryName } from '../../src/protocol/panel-messages';
import { entityLabel } from '../graph/scene';
import { kindColour } from '../theme';
import { KIND_WORDS } from '../words/kind-words';
import { percent, shortened } from '../words/number-words';
import { KIND_ICONS, icon } from './icons';
import { ModelElement } from './model-element';
import { section, sectionStyles } from './section';
import { shared } from './shared-styles';

/** The chosen file, symbol, package or the like: what it is, and which memories are about it. */
@customElement('mneme-entity-card')
export class EntityCard extends ModelElement {
  static override styles = [
    shared,
    sectionStyles,
    css`
      .head {
        padding: 10px 12px 12px;
      }
      .name {
        display: flex;
        align-items: flex-start;
        gap: 6px;
      }
      h2 {
        margin: 0;
        font-size: inherit;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      p {
        margin: 4px 0 0;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      vscode-button {
        margin-top: 10px;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li button.plain {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto;
        gap: 6px;
        width: 100%;
        padding: 3px 0;
      }
      li button.plain:hover {
        background: var(--vscode-list-hoverBackground);
        color: var(--vscode-list-hoverForeground);
      }
      li .icon {
        color: var(--kind);
      }
      li span.words {
        display: -webkit-box;
        -webkit-line-clamp: 2;
        -webkit-box-orient: vertical;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override render() {
    const { slice } = this.model;
    const entity = slice?.entities.find(({ id }) => id === slice.centre);
    if (!slice || !entity) return nothing;
    const beside = new Set(
      slice.edges.flatMap(({ from, to }) =>
        from === entity.id ? [to] : to === entity.id ? [from] : [],
      ),
    );
    const known = slice.memories
      .filter(({ memory }) => beside.has(memory.id))
      .toSorted((a, b) => (b.lowerBound ?? 0) - (a.lowerBound ?? 0));
    return html`<div class="head">
        <div class="name">
          ${icon(KIND_ICONS[entity.kind])}
          <h2>${entityLabel(entity)}</h2>
        </div>
        <p class="dim">${placeOf(entity)}</p>
        ${
          entity.text && entity.text !== entityLabel(entity)
            ? html`<p>${shortened(entity.text, 400)}</p>`
            : nothing
        }
        ${this.#opener(entity)}
      </div>
      ${section(
        this.model,
        'What is known about it',
        known.length,
        known.length === 0
          ? html`<p class="dim">Nothing yet.</p>`
          : html`<ul>
              ${known.map(
                ({ memory, mean }) =>
                  html`<li style="--kind: ${kindColour(memory.kind)}">
                    <button
                      class="plain"
                      title=${memory.text}
                      @click=${() => this.model.travel(memory.id)}
                    >
                      ${icon(KIND_ICONS[memory.kind])}
                      <span class="words">${memory.text}</span>
                      <span class="dim">${mean === undefined ? '' : percent(mean)}</span>
                    </button>
                  </li>`,
              )}
            </ul>`,
      )}`;
  }

  #opener(entity: Entity) {
    if (entity.kind !== 'file' && entity.kind !== 'symbol') return nothing;
    const file = entity.name.split('#', 1)[0] ?? entity.name;
    return html`<vscode-button
      appearance="secondary"
      @click=${() => this.model.open(file, undefined, entity.repo)}
      >Open file</vscode-button
    >`;
  }
}

function placeOf(entity: Entity): string {
  const full = entity.kind === 'commit' ? entity.name.slice(0, 10) : entity.name;
  const name = full === entityLabel(entity) ? undefined : full;
  const repo = entity.repo === undefined ? undefined : repositoryName(entity.repo);
  return [KIND_WORDS[entity.kind][0], name, repo].filter((part) => part !== undefined).join(' · ');
}
