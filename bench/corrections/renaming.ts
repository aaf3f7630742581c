import * as ts from 'typescript';
import { sourceOf } from './whole-nodes';

const GIVEN = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  ...['require', 'module', 'exports', 'arguments', 'undefined', 'document', 'window'],
]);

/**
 * Both texts with other names and values: each variable that stands in both and is no global of the
 * platform, and each string and number that stands in both, is called otherwise, alike in both. What
 * is called or is a member keeps its name, unless it is declared there: that is the API.
 */
export function renamed(texts: readonly [string, string], language: string): [string, string] {
  const found = texts.map((text) => placesOf(text, language));
  const [first, second] = found.map((places) => new Set(places.map(({ text }) => text)));
  const shared = [...(first ?? [])].filter((text) => second?.has(text));
  const names = new Map(shared.map((text, i) => [text, otherThan(text, i)]));
  const [before, after] = texts.map((text, i) =>
    (found[i] ?? [])
      .toSorted((a, b) => b.at - a.at)
      .reduce((all, { at, text: old }) => {
        return all.slice(0, at) + (names.get(old) ?? old) + all.slice(at + old.length);
      }, text),
  );
  return [before ?? texts[0], after ?? texts[1]];
}

function otherThan(text: string, number: number): string {
  if (/^\d/.test(text)) return String(7001 + number);
  const [quote] = text;
  return quote === '"' || quote === "'" ? `${quote}other${number}${quote}` : `renamed${number}`;
}

interface Place {
  readonly at: number;
  readonly text: string;
}

/** Where the variables and values of a text stand. */
function placesOf(text: string, language: string): Place[] {
  const source = sourceOf(text, language);
  const places: Place[] = [];
  const declared = new Set<string>();
  const look = (node: ts.Node): void => {
    if (isDeclaredBy(node)) declared.add(node.getText(source));
    ts.forEachChild(node, look);
  };
  const take = (node: ts.Node): void => {
    const own = node.getText(source);
    const isValue =
      (ts.isStringLiteral(node) || ts.isNumericLiteral(node)) && !isNamedElsewhere(node);
    const isVariable =
      ts.isIdentifier(node) &&
      !GIVEN.has(own) &&
      !isMember(node) &&
      (declared.has(own) || !isCalled(node));
    if (isValue || isVariable) places.push({ at: node.getStart(source), text: own });
    ts.forEachChild(node, take);
  };
  look(source);
  take(source);
  return places;
}

function isDeclaredBy(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isIdentifier(node)) return false;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isFunctionLike(parent) ||
      ts.isClassLike(parent) ||
      ts.isBindingElement(parent)) &&
    parent.name === node
  );
}

function isMember(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isShorthandPropertyAssignment(parent) || ts.isImportSpecifier(parent)) return true;
  if (ts.isBindingElement(parent))
    return parent.propertyName === node || parent.propertyName === undefined;
  if (ts.isTypeReferenceNode(parent) || ts.isExpressionWithTypeArguments(parent)) return true;
  const named =
    ts.isPropertyAssignment(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isAccessor(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isLabeledStatement(parent) ||
    ts.isBreakOrContinueStatement(parent);
  return named && ('name' in parent ? parent.name === node : true);
}

function isCalled({ parent, ...node }: ts.Node): boolean {
  return (
    (ts.isCallExpression(parent) || ts.isNewExpression(parent)) &&
    parent.expression.pos === node.pos
  );
}

/** The source of an import, a directive, a key. */
function isNamedElsewhere({ parent, ...node }: ts.Node): boolean {
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  if (ts.isExpressionStatement(parent)) return true;
  if (ts.isPropertyAssignment(parent)) return parent.name.pos === node.pos;
  return ts.isCallExpression(parent) && parent.expression.getText() === 'require';
}
