import { childOfType, children, isNode, type Node } from './syntax.ts';

/** The mutations that Stryker has no mutator for. */
export const KINDS = [
  'constant times 1 + 1e-6',
  'constant + 1',
  'loop bound off by one',
  'term dropped',
  'index pair swapped',
  'root left out',
  'epsilon left out',
] as const;
export type Kind = (typeof KINDS)[number];

/** Whether a kind of mutant is one of these, and none of Stryker's. */
export function isNumeric(kind: string): boolean {
  return (KINDS as readonly string[]).includes(kind);
}

/** An expression of the source and its replacement in a mutant. */
export interface Place {
  kind: Kind;
  start: number;
  end: number;
  replacement: string;
}

/** What is not arithmetic: types, imports, and what an error says. */
const SKIPPED = /^(TS(?!AsExpression|NonNullExpression|SatisfiesExpression)|Import|ThrowStatement$)/;

/** All places of a module where a numeric mutation applies. */
export function placesIn(program: Node, source: string): Place[] {
  const places: Place[] = [];
  const text = ({ start, end }: { start: number; end: number }): string => source.slice(start, end);
  const visit = (node: Node, parent: Node | undefined): void => {
    if (SKIPPED.test(node.type)) return;
    const add = (kind: Kind, target: Node, ...replacements: string[]): void => {
      for (const replacement of replacements) {
        places.push({ kind, start: target.start, end: target.end, replacement });
      }
    };
    if (isConstant(node) && !isKey(node, parent)) {
      // 0 and Infinity stay what they are.
      if (node['value'] !== 0) add('constant times 1 + 1e-6', node, `${text(node)} * (1 + 1e-6)`);
      add('constant + 1', node, `${text(node)} + 1`);
    }
    for (const bound of boundsOf(node)) {
      const whole = bound.type.endsWith('Expression') ? `(${text(bound)})` : text(bound);
      add('loop bound off by one', bound, `${whole} + 1`, `${whole} - 1`);
    }
    if (isSum(node)) {
      const [left, right] = [node['left'] as Node, node['right'] as Node];
      add('term dropped', node, text(left), node['operator'] === '+' ? text(right) : `-(${text(right)})`);
      if (isEpsilon(right)) add('epsilon left out', node, text(left));
      if (isEpsilon(left)) add('epsilon left out', node, text(right));
    }
    if (node.type === 'AssignmentExpression' && (node['operator'] === '+=' || node['operator'] === '-=')) {
      add('term dropped', node, text(node['left'] as Node));
    }
    for (const [a, b] of indexPairs(node)) {
      const swapped = text({ start: node.start, end: a.start }) + text(b) + text({ start: a.end, end: b.start });
      add('index pair swapped', node, swapped + text(a) + text({ start: b.end, end: node.end }));
    }
    if (isRoot(node)) {
      if (parent?.type !== 'CallExpression' || parent['callee'] !== node) add('root left out', node, '(x) => x');
    } else if (node.type === 'CallExpression' && isRoot(node['callee'] as Node)) {
      add('root left out', node, (node['arguments'] as Node[]).map(text).join(', '));
    }
    for (const child of children(node)) visit(child, node);
  };
  visit(program, undefined);
  return places;
}

function isConstant(node: Node): boolean {
  if (node.type === 'Literal') return typeof node['value'] === 'number';
  return node.type === 'MemberExpression' && isMath(node, 'PI');
}

/** The name of a property, or the index of a place that is assigned to. */
function isKey(node: Node, parent: Node | undefined): boolean {
  return parent?.type === 'Property' && parent['key'] === node && parent['value'] !== node;
}

/** The expression that ends a loop: of `for`, and the counts of `upTo` and `Array.from`. */
function boundsOf(node: Node): Node[] {
  if (node.type === 'ForStatement') {
    const test = childOfType(node, 'test', 'BinaryExpression');
    return test && /^[<>]=?$/.test(String(test['operator'])) ? [test['right'] as Node] : [];
  }
  if (node.type !== 'CallExpression') return [];
  const callee = node['callee'] as Node;
  const [first] = node['arguments'] as Node[];
  if (callee.type === 'Identifier' && callee['name'] === 'upTo' && first) return [first];
  if (callee.type !== 'MemberExpression' || !isNamed(callee['object'], 'Array') || first?.type !== 'ObjectExpression') {
    return [];
  }
  return (first['properties'] as Node[])
    .filter((property) => isNamed(property['key'], 'length') && property['shorthand'] === false)
    .map((property) => property['value'] as Node);
}

/** A sum or difference of numbers; strings are joined with + only in what an error says, and in template literals. */
function isSum(node: Node): boolean {
  return node.type === 'BinaryExpression' && (node['operator'] === '+' || node['operator'] === '-');
}

/** The neighbouring indices of `a.get(i, j)`, of `a.set(i, j, value)` and of `a[i][j]`. */
function indexPairs(node: Node): [Node, Node][] {
  if (node.type === 'MemberExpression' && node['computed'] === true) {
    const inner = childOfType(node, 'object', 'MemberExpression');
    if (inner?.['computed'] === true) return [[inner['property'] as Node, node['property'] as Node]];
  }
  const callee = node.type === 'CallExpression' && childOfType(node, 'callee', 'MemberExpression');
  if (!callee) return [];
  const all = node['arguments'] as Node[];
  const indices = isNamed(callee['property'], 'get') ? all : isNamed(callee['property'], 'set') ? all.slice(0, -1) : [];
  return indices.slice(1).map((index, i): [Node, Node] => [indices[i] as Node, index]);
}

function isRoot(node: Node): boolean {
  return node.type === 'MemberExpression' && isMath(node, 'sqrt');
}

function isMath(node: Node, name: string): boolean {
  return isNamed(node['object'], 'Math') && isNamed(node['property'], name);
}

function isEpsilon(node: Node): boolean {
  return isNamed(node, 'epsilon');
}

function isNamed(node: unknown, name: string): boolean {
  return isNode(node) && node.type === 'Identifier' && node['name'] === name;
}
