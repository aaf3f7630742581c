import * as ts from 'typescript';

/** TypeScript's own parser, as a judge that has nothing to do with what is judged. */
export function sourceOf(text: string, language: string): ts.SourceFile {
  const name = /react$/.test(language) ? 'a.tsx' : 'a.ts';
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
}

/**
 * Whether a piece stands somewhere in a text as one node or several side by side, and no less: an
 * expression, some statements, some members, an import; a name or a literal.
 */
export function isWholeIn(piece: string, text: string, language: string): boolean {
  const source = sourceOf(text, language);
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1))
    if (hasRun(source, at, at + piece.length)) return true;
  return false;

  function hasRun(node: ts.Node, start: number, end: number): boolean {
    const children = node.getChildren(source);
    const first = children.findIndex((child) => child.getStart(source) === start);
    const last = children.findIndex((child) => child.getEnd() === end);
    const run = first === -1 || last < first ? [] : children.slice(first, last + 1);
    if (run.some((child) => child.kind >= ts.SyntaxKind.FirstLiteralToken && !isMark(child)))
      return true;
    return children.some(
      (child) =>
        child.getStart(source) <= start && child.getEnd() >= end && hasRun(child, start, end),
    );
  }
}

function isMark(node: ts.Node): boolean {
  return (
    node.kind >= ts.SyntaxKind.FirstPunctuation &&
    node.kind <= ts.SyntaxKind.LastKeyword &&
    node.kind !== ts.SyntaxKind.Identifier
  );
}

/** The statements of a text, as they are written. */
export function statementsOf(text: string, language: string): string[] {
  const source = sourceOf(text, language);
  return source.statements.map((statement) => statement.getText(source));
}
