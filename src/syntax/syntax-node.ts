/** A node of a syntax tree. Offsets are UTF-16 units into the text that was parsed. */
export interface SyntaxNode {
  /** The grammar's name of it, such as `call_expression`; the text itself for marks and keywords. */
  readonly type: string;
  /** Whether the grammar names it: marks and keywords are nodes without a name. */
  readonly named: boolean;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly parent: SyntaxNode | undefined;
  readonly children: readonly SyntaxNode[];
}

/** Parses a text; it need not be whole nor right: what can not be read becomes an `ERROR` node. */
export type Parse = (text: string) => SyntaxNode;
