import { html, nothing, css, type TemplateResult } from 'lit';
import type { PanelModel } from '../panel-model';

/** A part of the card that opens and closes, and stays so; empty parts are not shown. */
export function section(
  model: PanelModel,
  title: string,
  count: number | undefined,
  content: TemplateResult,
) {
  const toggle = (event: Event) => {
    model.setOpen(title, (event.currentTarget as HTMLDetailsElement).open);
  };
  return html`<details class="section" ?open=${model.isOpen(title)} @toggle=${toggle}>
    <summary>
      <h3>${title}</h3>
      ${count === undefined ? nothing : html`<span class="count">${count}</span>`}
    </summary>
    <div class="content">${content}</div>
  </details>`;
}

/** As the headers of VS Code's own side bar. */
export const sectionStyles = css`
  .section {
    border-top: 1px solid
      var(
        --vscode-sideBarSectionHeader-border,
        color-mix(in srgb, var(--vscode-foreground) 14%, transparent)
      );
  }
  .section summary {
    display: flex;
    align-items: center;
    gap: 6px;
    height: 22px;
    padding: 0 12px 0 4px;
    cursor: pointer;
    list-style: none;
    color: var(--vscode-sideBarSectionHeader-foreground, var(--vscode-foreground));
  }
  .section summary::before {
    content: '';
    flex: none;
    width: 5px;
    height: 5px;
    margin: 0 4px 0 6px;
    border: solid currentColor;
    border-width: 0 1px 1px 0;
    transform: rotate(-45deg);
  }
  .section[open] summary::before {
    transform: translateY(-2px) rotate(45deg);
  }
  .section h3 {
    margin: 0;
    font-size: 11px;
    font-weight: 700;
    text-transform: uppercase;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .section .count {
    min-width: 18px;
    padding: 0 5px;
    border-radius: 9px;
    font-size: 11px;
    line-height: 16px;
    text-align: center;
    color: var(--vscode-badge-foreground);
    background: var(--vscode-badge-background);
  }
  .section .content {
    padding: 4px 12px 12px 12px;
  }
`;
