import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { JournalEntry } from '../../src/memory/journal';
import { ago, exactly } from '../words/time-words';
import { icon } from './icons';
import { ModelElement } from './model-element';
import { shared } from './shared-styles';

const ACTORS: Readonly<Record<JournalEntry['actor'], string>> = {
  user: 'you',
  mneme: 'Mneme',
  assistant: 'an assistant',
};

/** What was done to a memory, the newest first, each with its undo. */
@customElement('mneme-journal')
export class JournalList extends ModelElement {
  static override styles = [
    shared,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: flex-start;
        gap: 6px;
        min-height: 24px;
        padding: 2px 0;
      }
      span.words {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .undone {
        text-decoration: line-through;
      }
    `,
  ];

  @property({ attribute: false }) accessor journal: readonly JournalEntry[] = [];

  protected override render() {
    return html`<ul>
      ${this.journal.toSorted((a, b) => b.at - a.at).map((entry) => this.#row(entry))}
    </ul>`;
  }

  #row(entry: JournalEntry) {
    const isUndone = entry.undoneBy !== undefined;
    const canUndo = !isUndone && entry.action !== 'undo';
    const undo = () => void this.model.act({ act: 'undo', entry: entry.id });
    return html`<li>
      <span class="words">
        <span class=${isUndone ? 'undone' : ''}>${entry.summary}</span>
        <span class="dim" title=${exactly(entry.at)}>
          · ${ACTORS[entry.actor]}, ${ago(entry.at, Date.now())}${isUndone ? ', taken back' : ''}
        </span>
      </span>
      ${
        canUndo
          ? html`<button
              class="tool"
              title="Undo: ${entry.summary}"
              aria-label="Undo: ${entry.summary}"
              ?disabled=${this.model.busy}
              @click=${undo}
            >
              ${icon('discard')}
            </button>`
          : ''
      }
    </li>`;
  }
}
