import type { Node } from '../style/syntax.ts';

/** Statements that only hold others: what is in them counts, not how it is bracketed. */
export const HOLDERS = new Set([
  'BlockStatement',
  'Program',
  'ExportNamedDeclaration',
  'ExportDefaultDeclaration',
  'ClassBody',
]);
export const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
/** Types leave no trace: what they wrap does. */
export const WRAPPERS = new Set([
  'ParenthesizedExpression',
  'ChainExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSParameterProperty',
]);
export const COMMUTES = new Set(['+', '*', '==', '===', '!=', '!==', '&&', '||']);
export const TURNED: Readonly<Record<string, string>> = { '>': '<', '>=': '<=' };

/** The order of two lists of tokens, the shorter first. */
export function compared(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const [x, y] = [a.join(' '), b.join(' ')];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Numbers count by their value, texts do not count. */
export function literal(node: Node): string {
  const { value } = node;
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? String(value) : "'";
}

/** The nodes in a child, which may be one, several or none. */
export function nodes(child: unknown): Node[] {
  return (Array.isArray(child) ? child : [child]).filter(
    (each): each is Node => typeof each === 'object' && each !== null && 'type' in each,
  );
}
