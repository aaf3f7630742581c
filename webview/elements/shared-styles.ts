import { css } from 'lit';

/** What every element of the panel starts from: VS Code's own measures. */
export const shared = css`
  :host {
    display: block;
    box-sizing: border-box;
    min-width: 0;
    color: var(--vscode-foreground);
    font-family: var(--vscode-font-family);
    font-size: var(--vscode-font-size);
    line-height: 1.4;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .icon {
    flex: none;
    vertical-align: text-bottom;
  }
  .dim {
    color: var(--vscode-descriptionForeground);
  }
  .code {
    font-family: var(--vscode-editor-font-family, monospace);
    font-size: var(--vscode-editor-font-size, 12px);
  }
  vscode-button[appearance='secondary'] {
    --button-border: var(--vscode-button-secondaryBorder, transparent);
    --button-secondary-background: var(--vscode-button-secondaryBackground, transparent);
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button.plain {
    font: inherit;
    color: inherit;
    background: none;
    border: none;
    padding: 0;
    margin: 0;
    text-align: start;
    cursor: pointer;
  }
  button.link {
    color: var(--vscode-textLink-foreground);
  }
  button.link:hover {
    color: var(--vscode-textLink-activeForeground);
    text-decoration: underline;
  }
  button.plain:focus-visible,
  summary:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
    border-radius: 2px;
  }
  button.tool {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    flex: none;
    width: 22px;
    height: 22px;
    padding: 0;
    color: var(--vscode-icon-foreground);
    background: none;
    border: none;
    border-radius: 5px;
    cursor: pointer;
  }
  button.tool:hover:not(:disabled),
  button.tool[aria-expanded='true'] {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-toolbar-hoverOutline, transparent);
    outline-offset: -1px;
  }
  button.tool:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  button.tool:disabled {
    opacity: 0.4;
    cursor: default;
  }
`;
