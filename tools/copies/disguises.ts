import { bound } from '../../grader/copies/declarations.ts';
import { children, descendants, type Edit, edited, isVariable, type Node, parsed, textOf } from './rewrite.ts';

/** A number of 0..n-1, drawn anew at each call. */
export type Draw = (n: number) => number;

/** What somebody does so that a copy does not look like one; it still computes the same, but for `lineChanged`. */
type Disguise = (code: string, exercise: string, draw: Draw) => string;

const WORDS =
  'alpha batch cell delta entry first grid height item joint kept left mean node outer part query row total unit'.split(
    ' ',
  );

/** Every name of the student's own becomes another; what is exported or imported keeps its name. */
export const renamed: Disguise = (code, exercise, draw) => {
  const names = newNames(code, exercise, draw);
  const edits: Edit[] = [];
  const edit = (node: Node, before: string): void => {
    const name = String(node['name']);
    const to = names.get(name);
    const isDone = edits.some(({ start }) => start === node.start);
    if (to !== undefined && !isDone)
      edits.push({ start: node.start, end: node.start + name.length, text: before + to });
  };
  for (const item of descendants(parsed(code))) {
    const { node, parent } = item;
    const [key] = children(node, 'key');
    const isShorthand = node.type === 'Property' && node['shorthand'] === true;
    if (isShorthand && key !== undefined) edit(key, `${textOf(code, key)}: `);
    else if (isVariable(item) && parent['shorthand'] !== true) edit(node, '');
  }
  return edited(code, edits);
};

function newNames(code: string, exercise: string, draw: Draw): Map<string, string> {
  const all = [...descendants(parsed(code))].map(({ node }) => node);
  const specifiers = all.filter(({ type }) => /^(Import|Export)\w*Specifier$/.test(type));
  const exported = all
    .filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap((node) => children(node, 'declaration'))
    .flatMap((node) => [...bound(node['id']), ...children(node, 'declarations').flatMap((each) => bound(each['id']))]);
  const kept = new Set([
    exercise,
    ...exported,
    ...specifiers.flatMap((node) => children(node, 'local')).map((node) => textOf(code, node)),
  ]);
  const names = new Set(all.flatMap(declaredBy).filter((name) => !kept.has(name)));
  return new Map([...names].map((name, n) => [name, `${WORDS[draw(WORDS.length)]}${n}`]));
}

function declaredBy(node: Node): string[] {
  if (node.type === 'VariableDeclarator') return bound(node['id']);
  if (/Function/.test(node.type)) {
    const own = node.type === 'FunctionDeclaration' ? bound(node['id']) : [];
    return [...own, ...children(node, 'params').flatMap(bound)];
  }
  if (node.type === 'ClassDeclaration') return bound(node['id']);
  if (node.type === 'CatchClause') return bound(node['param']);
  return [];
}

/** Functions come in another order, and neighbouring declarations that do not need each other change places. */
export const reordered: Disguise = (code, _exercise, draw) => {
  const root = parsed(code);
  const edits: Edit[] = [];
  const functions = children(root, 'body').filter((node) => functionIn(node));
  const texts = functions.map((node) => textOf(code, node));
  if (functions.length > 1) {
    const by = 1 + draw(functions.length - 1);
    functions.forEach((node, i) =>
      edits.push({ start: node.start, end: node.end, text: texts[(i + by) % texts.length] as string }),
    );
    return edited(code, edits);
  }
  for (const { node } of descendants(root)) {
    if (node.type !== 'BlockStatement') continue;
    const body = children(node, 'body');
    for (let i = 0; i + 1 < body.length; i++) {
      const [a, b] = [body[i] as Node, body[i + 1] as Node];
      if (!areIndependent(code, a, b) || edits.some(({ start, end }) => start < b.end && a.start < end)) continue;
      edits.push(
        { start: a.start, end: a.end, text: textOf(code, b) },
        { start: b.start, end: b.end, text: textOf(code, a) },
      );
      i += 1;
    }
  }
  return edited(code, edits);
};

function functionIn(node: Node): boolean {
  return (
    node.type === 'FunctionDeclaration' ||
    children(node, 'declaration').some(({ type }) => type === 'FunctionDeclaration')
  );
}

function areIndependent(code: string, a: Node, b: Node): boolean {
  if (a.type !== 'VariableDeclaration' || b.type !== 'VariableDeclaration') return false;
  const namesOf = (node: Node): string[] => children(node, 'declarations').flatMap((each) => bound(each['id']));
  const words = (node: Node): Set<string> => new Set(textOf(code, node).match(/[\w$]+/g));
  return !namesOf(a).some((name) => words(b).has(name)) && !namesOf(b).some((name) => words(a).has(name));
}

/** One line is another: a variable that is not needed, a number that is another one, a result that gets a name. */
export const lineChanged: Disguise = (code, _exercise, draw) => {
  const root = parsed(code);
  const all = [...descendants(root)];
  const pick = <T>(items: readonly T[]): T | undefined => items[draw(Math.max(1, items.length))];
  const kind = draw(3);
  if (kind === 0) {
    const number = pick(all.filter(({ node }) => node.type === 'Literal' && typeof node['value'] === 'number'));
    if (number !== undefined) return edited(code, [{ ...number.node, text: `${Number(number.node['value']) + 1}` }]);
  }
  if (kind === 1) {
    const value = pick(
      all.filter(({ node }) => node.type === 'ReturnStatement' && children(node, 'argument').length > 0),
    );
    const [argument] = value === undefined ? [] : children(value.node, 'argument');
    if (value !== undefined && argument !== undefined)
      return edited(code, [{ ...value.node, text: `{ const outcome = ${textOf(code, argument)}; return outcome; }` }]);
  }
  const block = pick(all.filter(({ node }) => node.type === 'BlockStatement'));
  const at = block === undefined ? code.length : block.node.start + 1;
  return edited(code, [{ start: at, end: at, text: `\n  let started = ${draw(9)};\n` }]);
};

/** Loops in the other way: `for` over an index as `while`, over elements as over an index. */
export const loopsTurned: Disguise = (code) => {
  const edits: Edit[] = [];
  let count = 0;
  for (const { node } of descendants(parsed(code))) {
    if (edits.some(({ start, end }) => start < node.end && node.start < end)) continue;
    const text =
      node.type === 'ForOfStatement'
        ? byIndex(code, node, count++)
        : node.type === 'ForStatement'
          ? asWhile(code, node)
          : null;
    if (text !== null) edits.push({ start: node.start, end: node.end, text });
  }
  return edited(code, edits);
};

function byIndex(code: string, loop: Node, count: number): string | null {
  const [left, right, body] = [children(loop, 'left')[0], children(loop, 'right')[0], children(loop, 'body')[0]];
  const [declarator] = left === undefined ? [] : children(left, 'declarations');
  if (right?.type !== 'Identifier' || declarator === undefined || body === undefined) return null;
  const [list, at] = [textOf(code, right), `at${count}`];
  return `for (let ${at} = 0; ${at} < ${list}.length; ${at}++) { const ${textOf(code, declarator)} = ${list}[${at}]; ${textOf(code, body)}; }`;
}

function asWhile(code: string, loop: Node): string | null {
  const parts = ['init', 'test', 'update', 'body'].map((key) => children(loop, key)[0]);
  const [init, test, update, body] = parts.map((node) => (node === undefined ? '' : textOf(code, node)));
  if (parts.some((node) => node === undefined) || /\bcontinue\b/.test(body ?? '')) return null;
  return `{ ${init}; while (${test}) { ${body}; ${update}; } }`;
}

/** Functions are arrows and arrows are functions, constants are variables. */
export const formsTurned: Disguise = (code) => {
  const edits: Edit[] = [];
  for (const { node, parent } of descendants(parsed(code))) {
    if (node.type === 'VariableDeclaration' && node['kind'] === 'const')
      edits.push({ start: node.start, end: node.start + 5, text: 'let' });
    const [body] = children(node, 'body');
    if (body === undefined || /\b(this|arguments)\b|\?\?=/.test(textOf(code, node))) continue;
    if (
      node.type === 'ArrowFunctionExpression' &&
      parent.type === 'CallExpression' &&
      node['async'] === false &&
      body.type !== 'BlockStatement'
    ) {
      const arrow = code.lastIndexOf('=>', body.start);
      const head = code.slice(node.start, arrow).trim();
      if (edits.some(({ start, end }) => start < node.end && node.start < end)) continue;
      edits.push({
        start: node.start,
        end: arrow + 2,
        text: `function ${head.startsWith('(') ? head : `(${head})`} { return `,
      });
      edits.push({ start: node.end, end: node.end, text: '; }' });
    }
  }
  return edited(
    code,
    edits.filter((edit, i) => !edits.some((other, j) => j < i && other.start < edit.end && edit.start < other.end)),
  );
};

/** Other layout and other comments. */
export const laidOut: Disguise = (code, _exercise, draw) => {
  const body = children(parsed(code), 'body');
  const edits: Edit[] = body.map(({ start }) => ({ start, end: start, text: `\n/* part ${draw(99)} */\n` }));
  for (const { node } of descendants(parsed(code))) {
    if (node.type !== 'BlockStatement') continue;
    for (const each of children(node, 'body'))
      edits.push({ start: each.start, end: each.start, text: draw(2) === 0 ? '\n\t\t' : '\n// next\n' });
  }
  return edited(code, edits);
};

/** The value of a `return` comes from a function of its own, which is given what it needs. */
export const splitOut: Disguise = (code, _exercise, draw) => {
  const root = parsed(code);
  const top = new Set(
    children(root, 'body')
      .flatMap((node) => [node, ...children(node, 'declaration')])
      .flatMap((node) => [
        ...bound(node['id']),
        ...children(node, 'declarations').flatMap((each) => bound(each['id'])),
      ]),
  );
  const values = [...descendants(root)].flatMap(({ node }) =>
    node.type === 'ReturnStatement' ? children(node, 'argument') : [],
  );
  const value = values.filter(({ start, end }) => end - start > 12)[draw(Math.max(1, values.length))];
  if (value === undefined || /\b(this|await|arguments)\b/.test(textOf(code, value))) return code;
  const declared = new Set([...descendants(root)].flatMap(({ node }) => declaredBy(node)));
  const within = [...descendants({ type: 'ReturnStatement', start: value.start, end: value.end, argument: value })];
  const inner = new Set(within.flatMap(({ node }) => declaredBy(node)));
  const free = new Set(within.filter(isVariable).map(({ node }) => String(node['name'])));
  for (const { node } of within)
    if (node.type === 'Property' && node['shorthand'] === true) free.add(String(children(node, 'key')[0]?.['name']));
  const given = [...free].filter((name) => declared.has(name) && !inner.has(name) && !top.has(name)).join(', ');
  return `${edited(code, [{ start: value.start, end: value.end, text: `worked(${given})` }])}\nfunction worked(${given}) {\n  return ${textOf(code, value)};\n}\n`;
};

/** The code in a second file under another name; what is handed in calls it. */
export function movedOut(code: string, exercise: string): Record<string, string> {
  const core = 'carriedOut';
  const inside = code.replaceAll(new RegExp(`\\b${exercise}\\b`, 'g'), core);
  return {
    'main.ts': `import { ${core} } from './more.ts';\nexport function ${exercise}(...given) {\n  return ${core}(...given);\n}\n`,
    'more.ts': inside,
  };
}
