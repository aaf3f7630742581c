import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Outcome, Verdict } from '../../src/memory/outcome';
import type { MemoryCard } from '../../src/protocol/engine-api';
import { ago, exactly } from '../words/time-words';
import { shortened } from '../words/number-words';
import { type IconName, icon } from './icons';
import { ModelElement } from './model-element';
import { shared } from './shared-styles';

const VERDICT_LOOKS: Readonly<Record<Verdict, readonly [word: string, icon: IconName]>> = {
  helped: ['helped', 'thumbsup'],
  harmed: ['misled', 'thumbsdown'],
  ignored: ['ignored', 'remove'],
  unknown: ['unknown', 'info'],
};

/** Outcomes told one by one; the counts tell of the others. */
const TOLD = 6;

/** What showing a memory led to: how often to whom, and the last outcomes with their reasons. */
@customElement('mneme-outcomes')
export class OutcomeList extends ModelElement {
  static override styles = [
    shared,
    css`
      p,
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .counts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
      }
      li {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 6px;
        margin-top: 6px;
        overflow-wrap: anywhere;
      }
      .helped .icon {
        color: var(--mneme-good);
      }
      .harmed .icon {
        color: var(--mneme-poor);
      }
    `,
  ];

  @property({ attribute: false }) accessor card!: MemoryCard;

  protected override render() {
    const { outcomes, exposures } = this.card;
    const counts = new Map<Verdict, number>();
    for (const { verdict } of outcomes) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    const last = exposures.toSorted((a, b) => b.at - a.at)[0];
    return html`<p class="counts">
        ${(['helped', 'harmed', 'ignored', 'unknown'] as const).map((verdict) =>
          counts.has(verdict)
            ? html`<span class=${verdict}>
                ${icon(VERDICT_LOOKS[verdict][1])} ${VERDICT_LOOKS[verdict][0]}
                ${counts.get(verdict)}
              </span>`
            : nothing,
        )}
      </p>
      ${
        last
          ? html`<p class="dim">
              Last shown ${ago(last.at, Date.now())} to
              ${last.task.assistant}${last.task.file === undefined ? '' : `, at ${last.task.file}`}
            </p>`
          : nothing
      }
      <ul>
        ${outcomes
          .toSorted((a, b) => b.at - a.at)
          .slice(0, TOLD)
          .map((outcome) => outcomeRow(outcome))}
      </ul>`;
  }
}

function outcomeRow(outcome: Outcome) {
  const [word, name] = VERDICT_LOOKS[outcome.verdict];
  return html`<li class=${outcome.verdict}>
    ${icon(name)}
    <span>
      <span class="hidden-text">${word}: </span>${shortened(outcome.reason, 200)}
      <span class="dim" title=${exactly(outcome.at)}>· ${ago(outcome.at, Date.now())}</span>
    </span>
  </li>`;
}
