import { css } from 'lit';

/**
 * Where the parts of the panel lie: one above the other in a side bar, side by side where there is
 * room, and scrolling together where the panel is very low.
 */
export const panelLayout = css`
  :host {
    height: 100%;
    container: panel / size;
  }
  .panel {
    position: relative;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    height: 100%;
  }
  header {
    position: relative;
    display: flex;
    align-items: center;
    gap: 2px;
    padding: 4px 6px;
  }
  header mneme-search {
    margin: 0 2px;
  }
  main {
    display: grid;
    grid-template: minmax(150px, 44%) minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
  }
  .drawing {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    min-height: 0;
  }
  .detail {
    min-height: 0;
    overflow-y: auto;
    border-top: 1px solid
      var(
        --vscode-sideBarSectionHeader-border,
        color-mix(in srgb, var(--vscode-foreground) 14%, transparent)
      );
  }
  .more {
    margin: 0;
    padding: 4px 12px 8px;
  }
  @container panel (min-width: 640px) {
    main {
      grid-template: minmax(0, 1fr) / minmax(0, 1fr) clamp(280px, 36%, 420px);
    }
    .detail {
      border-top: none;
      border-inline-start: 1px solid color-mix(in srgb, var(--vscode-foreground) 14%, transparent);
    }
  }
  @container panel (max-width: 639px) and (max-height: 430px) {
    main {
      display: block;
      overflow-y: auto;
    }
    .drawing {
      height: 200px;
    }
    .detail {
      overflow: visible;
    }
  }
  main.empty {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 10px;
    padding: 10px 20px;
    overflow-y: auto;
  }
  main.empty p {
    margin: 0;
  }
  main.empty vscode-button {
    max-width: 100%;
  }
  .late {
    display: flex;
    align-items: center;
    gap: 10px;
    opacity: 0;
    animation: appear 0.2s 0.4s forwards;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  .wait {
    position: absolute;
    z-index: 20;
    inset: 0 0 auto 0;
    height: 2px;
    overflow: hidden;
    opacity: 0;
    animation: appear 0s 0.3s forwards;
  }
  .wait::after {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    width: 30%;
    background: var(--vscode-progressBar-background);
    animation: pass 1.6s linear infinite;
  }
  @keyframes pass {
    from {
      left: -30%;
    }
    to {
      left: 100%;
    }
  }
  .word {
    position: absolute;
    z-index: 15;
    left: 8px;
    right: 8px;
    bottom: 8px;
    display: flex;
    align-items: flex-start;
    gap: 8px;
    padding: 6px 6px 6px 8px;
    color: var(--vscode-notifications-foreground, var(--vscode-foreground));
    background: var(--vscode-notifications-background, var(--mneme-background));
    border: 1px solid
      var(--vscode-contrastBorder, var(--vscode-notificationToast-border, transparent));
    border-radius: 5px;
    box-shadow: 0 0 8px 2px var(--vscode-widget-shadow, transparent);
    max-height: 60%;
    overflow: auto;
  }
  .word > .icon {
    margin-top: 3px;
  }
  .word > span {
    flex: 1;
    min-width: 0;
    padding: 2px 0;
    overflow-wrap: anywhere;
  }
  .word > .link {
    padding: 2px 4px;
  }
  .trouble > .icon {
    color: var(--vscode-errorForeground);
  }
  @media (prefers-reduced-motion: reduce) {
    .wait::after {
      animation: none;
      width: 100%;
    }
  }
`;
