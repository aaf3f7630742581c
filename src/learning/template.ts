import type { SyntaxNode } from '../syntax/syntax-node';
import { isLanguageName } from './known-names';
import { meaningful, type Token, tokenise } from './tokens';

/** Both sides of a correction, with holes where other code may stand: `$A` one node, `$$$A` some. */
export interface Template {
  readonly before: string;
  readonly after: string;
}

/** Source text, and the nodes of it that a template is made of. */
export interface Part {
  readonly text: string;
  readonly nodes: readonly SyntaxNode[];
}

const NAME = /identifier$|^name$/;
const MEMBER_NAME = /^(?:property_identifier|field_identifier|private_property_identifier)$/;
const CALL = /call|invocation|^new_expression$|creation|macro/;
const LITERAL = /^(?:string|number|integer|float|regex|char|template_string|.*_literal)/;
const EXPRESSION =
  /expression$|^(?:call|attribute|subscript|lambda|array|object|list|dictionary|tuple|function|arrow_function|pair|binary_operator|method_invocation|object_creation_expression)$/;
const BLOCK = /^(?:statement_block|block|class_body|function_body|compound_statement|suite)$/;
const LISTED = /arguments$|argument_list$|parameters$|parameter_list$/;
const TYPE_NAME = /type_identifier|predefined_type|primitive_type/;
/** Where text is a name of something elsewhere, not a value. */
const NAMED_ELSEWHERE = /^import|^use_declaration|^using/;

/** Generalises a change: what both sides share and what may differ elsewhere becomes a hole. */
export function templateOf(
  before: Part,
  after: Part,
  language: string | undefined,
): Template | undefined {
  const mayBeHole = (node: SyntaxNode, text: string) => isHole(node, text, language);
  const texts = new Set<string>();
  visit(after, (node, text) => {
    if (mayBeHole(node, text)) texts.add(normal(text, language));
    return false;
  });
  const whole = new Set(
    [before.nodes, after.nodes].flatMap((nodes) => (nodes.length === 1 ? nodes : [])),
  );
  // Of what was taken out altogether, nothing that could be otherwise is part of it.
  const isGone = after.nodes.length === 0;
  const holes = new Map<string, string>();
  const made = { before: '', after: '' };
  const shared = (node: SyntaxNode, text: string): string | undefined => {
    const key = normal(text, language);
    const isShared = texts.has(key) || isDeclared(node) || (isGone && isIncidental(node));
    return !whole.has(node) && isShared && mayBeHole(node, text) ? key : undefined;
  };
  made.before = rendered(before, (node, text) => {
    const key = shared(node, text);
    if (key === undefined) return undefined;
    const name = holes.get(key) ?? holeName(holes.size);
    holes.set(key, name);
    return holeText(node, name, text);
  });
  made.after = rendered(after, (node, text) => {
    const key = shared(node, text);
    const name = key === undefined ? undefined : holes.get(key);
    return name === undefined ? undefined : holeText(node, name, text);
  });
  if (!isAnchored(made.before, language)) return undefined;
  return made.before === made.after ? undefined : made;
}

/** Letters in their order, then numbered. */
function holeName(count: number): string {
  return count < 26 ? String.fromCharCode(65 + count) : `A${count}`;
}

function holeText(node: SyntaxNode, name: string, text: string): string {
  if (BLOCK.test(node.type)) return text.startsWith('{') ? `{ $$$${name} }` : `$$$${name}`;
  return LISTED.test(node.type) ? `($$$${name})` : `$${name}`;
}

/** Whether other code may stand in a node's place and the change would still be the same. */
function isHole(node: SyntaxNode, text: string, language: string | undefined): boolean {
  const { type, named, parent } = node;
  if (!named || text.trim() === '') return false;
  for (let up: SyntaxNode | undefined = parent; up; up = up.parent)
    if (NAMED_ELSEWHERE.test(up.type)) return false;
  if (BLOCK.test(type) || LISTED.test(type)) return node.children.some((child) => child.named);
  if (LITERAL.test(type)) return parent?.type !== 'expression_statement';
  if (NAME.test(type)) {
    if (MEMBER_NAME.test(type) || TYPE_NAME.test(type) || isLanguageName(text, language))
      return false;
    return !isCallee(node);
  }
  return EXPRESSION.test(type) && !isCallee(node);
}

/** Whether it is a name, a value or the arguments of something, and not what is done with them. */
function isIncidental({ type }: SyntaxNode): boolean {
  return NAME.test(type) || LITERAL.test(type) || LISTED.test(type);
}

/** Whether it is a variable or parameter where that is declared: only its own place knows it. */
function isDeclared({ type, parent, start }: SyntaxNode): boolean {
  if (type !== 'identifier' || parent === undefined) return false;
  return (
    /declarator$|parameters?$|^let_declaration$/.test(parent.type) &&
    parent.children.some((child) => child.named && child.start === start)
  );
}

function isCallee(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent === undefined || !CALL.test(parent.type)) return false;
  return parent.children.find((child) => child.named) === node;
}

/** The text of a part, with the nodes replaced for which `replace` gives a text. */
function rendered(
  { text, nodes }: Part,
  replace: (node: SyntaxNode, text: string) => string | undefined,
): string {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first === undefined || last === undefined) return '';
  let out = '';
  let at = first.start;
  visit({ text, nodes }, (node, own) => {
    const instead = replace(node, own);
    if (instead === undefined) return false;
    out += text.slice(at, node.start) + instead;
    at = node.end;
    return true;
  });
  return out + text.slice(at, last.end);
}

/** Visits nodes from the outermost inwards, in their order; not into those that answer true. */
function visit({ text, nodes }: Part, look: (node: SyntaxNode, text: string) => boolean): void {
  for (const node of nodes)
    if (!look(node, text.slice(node.start, node.end))) visit({ text, nodes: node.children }, look);
}

function normal(text: string, language: string | undefined): string {
  return meaningful(tokenise(text, language))
    .map((token) => token.text)
    .join(' ');
}

const PLAIN_MARKS = new Set('( ) [ ] { } . , ; : ='.split(' '));

/** Whether something in a template tells where it applies: a word, or a mark that says something. */
function isAnchored(template: string, language: string | undefined): boolean {
  return templateTokens(template, language).some(
    (token) =>
      holeOf(token) === undefined && !(token.kind === 'mark' && PLAIN_MARKS.has(token.text)),
  );
}

const HOLES = /(\${1,3})([A-Z]\d*)\b/g;

/** A template's tokens; holes are words that begin with `$`. */
export function templateTokens(template: string, language: string | undefined): Token[] {
  // `$$$A` is cut as one word only when it looks like one.
  return meaningful(tokenise(template.replace(/\$\$\$([A-Z]\d*)\b/g, '$__$1'), language));
}

/** The hole that a token of a template is, and whether it takes several nodes. */
export function holeOf({ text }: Token): { name: string; many: boolean } | undefined {
  const [, many, name] = /^\$(__)?([A-Z]\d*)$/.exec(text) ?? [];
  return name === undefined ? undefined : { name, many: many !== undefined };
}

/** A template for a person to read: `…` for each hole. */
export function readable(template: string): string {
  return template.replace(HOLES, '…');
}
