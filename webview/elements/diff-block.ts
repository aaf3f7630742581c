import { css, html } from 'lit';

/** A unified diff, or what was there and what came of it, line by line in the editor's colours. */
export function diffBlock(diff: string) {
  const lines = diff.replace(/\n$/, '').split('\n');
  return html`<pre class="diff code" tabindex="0" aria-label="Change">${lines.map(diffLine)}</pre>`;
}

/** Before and after as a diff. */
export function beforeAfter(before: string, after: string) {
  const marked = (text: string, mark: string) =>
    text === '' ? [] : text.split('\n').map((line) => `${mark}${line}`);
  return diffBlock([...marked(before, '-'), ...marked(after, '+')].join('\n'));
}

function diffLine(line: string) {
  const sign = line.charAt(0);
  const isHead = /^(\+\+\+|---|@@|diff |index )/.test(line);
  const kind = isHead ? 'head' : sign === '+' ? 'added' : sign === '-' ? 'removed' : '';
  return html`<span class="line ${kind}">${line || ' '}</span>`;
}

export const diffStyles = css`
  .diff {
    margin: 6px 0;
    padding: 4px 0;
    max-height: 180px;
    overflow: auto;
    border-radius: 3px;
    background: var(--vscode-textCodeBlock-background);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    tab-size: 2;
  }
  .diff:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  .diff .line {
    display: block;
    padding: 0 8px 0 20px;
    text-indent: -12px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .diff .added {
    background: var(--vscode-diffEditor-insertedLineBackground);
  }
  .diff .removed {
    background: var(--vscode-diffEditor-removedLineBackground);
  }
  .diff .head {
    color: var(--vscode-descriptionForeground);
  }
`;
