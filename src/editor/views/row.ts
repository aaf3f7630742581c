/** What a tree shows for one thing, in plain data: made without the editor, so tests can read it. */
export interface Row {
  /** Unique in its tree and lasting: the editor keeps what is unfolded by it. */
  id: string;
  label: string;
  description?: string;
  /** Name of one of VS Code's icons, and of a theme colour for it. */
  icon?: string;
  colour?: string;
  /** Markdown, in which foreign text is escaped. */
  tooltip?: string;
  /** What a screen reader says instead of label and description. */
  spoken?: string;
  /** Quality as a share, written at the right edge; for the memory it belongs to. */
  quality?: { memory: string; mean: number };
  /** Share of times that a rule was kept, written there instead. */
  kept?: { memory: string; share: number };
  /** What menus go by: `memory;active`. */
  context?: string;
  /** Left out for a row with nothing under it. */
  folded?: boolean;
  /** Run when the row is opened. */
  command?: { command: string; title: string; arguments: readonly unknown[] };
}

/** A row in its tree, and what stands under it. */
export interface RowNode {
  readonly row: Row;
  readonly parent?: RowNode | undefined;
  /** The memory it stands for; commands on the row go by it. */
  readonly memory?: string | undefined;
  /** The showing it stands for, in a pack. */
  readonly exposure?: string | undefined;
  children?(): readonly RowNode[] | Promise<readonly RowNode[]>;
}
