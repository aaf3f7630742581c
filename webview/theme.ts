import { type Rgb, css, parseColour, readable } from './colour';
import type { NodeKind } from './words/kind-words';

/** The colour of the theme that each kind takes. Code things share few: their icons tell them apart. */
const KIND_COLOURS: Readonly<Record<NodeKind, string>> = {
  fact: '--vscode-charts-blue',
  preference: '--vscode-terminal-ansiMagenta',
  rule: '--vscode-charts-red',
  correction: '--vscode-charts-orange',
  fix: '--vscode-charts-green',
  workflow: '--vscode-terminal-ansiCyan',
  decision: '--vscode-charts-yellow',
  episode: '--vscode-charts-purple',
  file: '--vscode-descriptionForeground',
  symbol: '--vscode-descriptionForeground',
  package: '--vscode-descriptionForeground',
  command: '--vscode-descriptionForeground',
  error: '--vscode-descriptionForeground',
  topic: '--vscode-descriptionForeground',
  commit: '--vscode-descriptionForeground',
};

/** Quality by its colour; the length of the ring says the same. */
const QUALITY_COLOURS = {
  good: '--vscode-charts-green',
  middling: '--vscode-charts-yellow',
  poor: '--vscode-charts-red',
} as const;

/** Contrast that WCAG 2 asks of graphical objects, and the more that high contrast is for. */
const CONTRAST = 3;
const HIGH_CONTRAST = 4.5;

export function kindColour(kind: NodeKind): string {
  return `var(--mneme-${kind})`;
}

/** The colour of a share of "helps when shown". */
export function qualityColour(mean: number): string {
  return `var(--mneme-${mean >= 0.6 ? 'good' : mean >= 0.4 ? 'middling' : 'poor'})`;
}

/**
 * Makes our colours of the theme's, now and whenever the theme changes: each as the theme has it
 * where it stands out from the background, else moved towards the foreground until it does.
 */
export function followTheme(): void {
  const apply = () => {
    const root = document.documentElement;
    const theme = getComputedStyle(root);
    const read = (name: string): Rgb | undefined => parseColour(theme.getPropertyValue(name));
    const high = document.body.classList.contains('vscode-high-contrast');
    const light =
      document.body.classList.contains('vscode-light') ||
      document.body.classList.contains('vscode-high-contrast-light');
    const background =
      read('--mneme-background') ??
      read('--vscode-editor-background') ??
      (light ? ([255, 255, 255] as const) : ([0, 0, 0] as const));
    const foreground =
      read('--vscode-foreground') ?? (light ? ([0, 0, 0] as const) : ([255, 255, 255] as const));
    const ratio = high ? HIGH_CONTRAST : CONTRAST;
    // Dimming is for those who see fine differences.
    root.style.setProperty('--mneme-unlit', high ? '0.85' : '0.55');
    for (const [name, source] of Object.entries({ ...KIND_COLOURS, ...QUALITY_COLOURS })) {
      const colour = readable(read(source) ?? foreground, background, foreground, ratio);
      root.style.setProperty(`--mneme-${name}`, css(colour));
    }
  };
  apply();
  const watch = new MutationObserver(apply);
  watch.observe(document.body, { attributes: true, attributeFilter: ['class'] });
}
