import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Evidence } from '../../src/memory/evidence';
import type { Memory } from '../../src/memory/memory';
import type { Source } from '../../src/memory/provenance';
import { ago, exactly } from '../words/time-words';
import { percent } from '../words/number-words';
import { diffBlock, diffStyles } from './diff-block';
import { type IconName, icon } from './icons';
import { ModelElement } from './model-element';
import { shared } from './shared-styles';

const EVIDENCE_ICONS: Readonly<Record<Evidence['kind'], IconName>> = {
  diff: 'diff',
  diagnostic: 'error',
  commit: 'git-commit',
  file: 'file',
  signal: 'pulse',
  verdict: 'check',
  statement: 'quote',
};

const SOURCE_WORDS: Readonly<Record<Source, string>> = {
  user: 'Said by you',
  mined: 'Mined',
  assistant: 'Said by an assistant',
  imported: 'Read from a file',
};

/** Why a memory exists: who said so, and each piece of evidence with the place it came from. */
@customElement('mneme-evidence')
export class EvidenceList extends ModelElement {
  static override styles = [
    shared,
    diffStyles,
    css`
      p {
        margin: 0;
        overflow-wrap: anywhere;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 0 6px;
        margin-top: 8px;
      }
      li > .icon {
        color: var(--vscode-descriptionForeground);
        margin-top: 1px;
      }
      .text {
        margin: 0;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      .place {
        display: flex;
        flex-wrap: wrap;
        gap: 0 8px;
      }
      button.link {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) accessor memory!: Memory;

  protected override render() {
    const { provenance } = this.memory;
    return html`<p>
        ${SOURCE_WORDS[provenance.source]}: ${this.#linked(provenance.from)}
        <span class="dim">
          · <span title=${exactly(provenance.at)}>${ago(provenance.at, Date.now())}</span> · trusted
          ${percent(provenance.trust)}</span
        >
      </p>
      <ul>
        ${provenance.evidence.toReversed().map((piece) => this.#piece(piece))}
      </ul>`;
  }

  #piece(piece: Evidence) {
    return html`<li>
      ${icon(EVIDENCE_ICONS[piece.kind])}
      <div>
        ${piece.kind === 'diff' ? diffBlock(piece.text) : html`<p class="text">${piece.text}</p>`}
        <div class="place">
          ${piece.file === undefined ? nothing : this.#place(piece.file, piece.line)}
          <span class="dim" title=${exactly(piece.at)}>${ago(piece.at, Date.now())}</span>
        </div>
      </div>
    </li>`;
  }

  #place(file: string, line: number | undefined) {
    const words = line === undefined ? file : `${file}:${line}`;
    const open = () => this.model.open(file, line, this.memory.scope.repo);
    return html`<button class="plain link" title="Open ${words}" @click=${open}>${words}</button>`;
  }

  /** A source that names a place, such as `AGENTS.md:12`, opens it. */
  #linked(from: string) {
    const place = /^([^\s:]+\.[\w]+):(\d+)$/.exec(from);
    return place?.[1] === undefined ? from : this.#place(place[1], Number(place[2]));
  }
}
