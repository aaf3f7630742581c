import type { Event } from 'vscode';

/** What the rest of the editor asks of capture. */
export interface CaptureControl {
  readonly paused: boolean;
  readonly onDidChangePaused: Event<boolean>;
  /** Stops watching everything, or begins again; remembered for this workspace. */
  setPaused(paused: boolean): void;
  /** The Tab wrapper ran: an inline suggestion of somebody's was taken. */
  suggestionAccepted(): void;
  /** The Escape wrapper ran: an inline suggestion was sent away. */
  suggestionDismissed(): void;
}
