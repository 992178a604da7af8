import { visitorKeys } from 'oxc-parser';
import { identifier, type Node } from '../style/syntax.ts';
import { isBuiltIn } from './built-ins.ts';
import { COMMUTES, compared, FUNCTIONS, HOLDERS, literal, nodes, TURNED, WRAPPERS } from './syntax-kinds.ts';

/** A statement in its normal form: each token with the piece of the source that it stands for. */
export interface Statement {
  tokens: string[];
  /** start and end of each token, one after the other */
  spans: number[];
}

/** What the code around a function says about a name; null if it is a name of the student's own. */
export type Naming = (name: string) => string | null;

/**
 * The statements of a piece of code in a form that is blind to names, types, comments, layout and brackets, to which
 * kind of function or loop was written, and to `let` or `const`. Each is on its own, so that their order does not matter.
 */
export function normalForm(root: Node, naming: Naming): Statement[] {
  const form = new NormalForm(naming);
  form.statement(root);
  return form.statements.filter(({ tokens }) => tokens.length > 0);
}

class NormalForm {
  readonly statements: Statement[] = [];
  readonly #naming: Naming;
  #open: Statement = { tokens: [], spans: [] };

  constructor(naming: Naming) {
    this.#naming = naming;
  }

  statement(node: Node): void {
    const { type } = node;
    if (type.startsWith('Import') || type === 'EmptyStatement') return;
    if (HOLDERS.has(type)) this.#holder(node);
    else if (FUNCTIONS.has(type)) this.#function(node);
    else if (type === 'VariableDeclaration') for (const each of nodes(node['declarations'])) this.#declarator(each);
    else if (type === 'VariableDeclarator') this.#declarator(node);
    else if (type === 'ExpressionStatement') this.#single(() => this.#child(node, 'expression'));
    else if (type === 'ForStatement') this.#for(node);
    else if (type === 'WhileStatement' || type === 'DoWhileStatement') {
      this.#single(() => this.#tagged('loop', node, 'test'));
      this.#body(node, 'body');
    } else if (type === 'ForOfStatement' || type === 'ForInStatement') {
      this.#single(() => this.#tagged(type === 'ForInStatement' ? 'in' : 'of', node, 'right'));
      this.#body(node, 'body');
    } else if (type === 'IfStatement') {
      this.#single(() => this.#tagged('if', node, 'test'));
      this.#body(node, 'consequent');
      this.#body(node, 'alternate');
    } else if (type === 'ThrowStatement') this.#single(() => this.#token('throw', node));
    else if (!type.startsWith('TS')) this.#single(() => this.#generic(node, type));
  }

  #holder(node: Node): void {
    for (const each of [...nodes(node['body']), ...nodes(node['declaration'])]) this.statement(each);
  }

  /** Its defaults and its statements; a body that is an expression is a `return`. */
  #function(node: Node): void {
    for (const parameter of nodes(node['params'])) this.#defaults(parameter);
    const [body] = nodes(node['body']);
    if (body === undefined) return;
    if (body.type === 'BlockStatement') this.statement(body);
    else this.#single(() => this.#returned(body));
  }

  #returned(value: Node): void {
    this.#token('ReturnStatement', value);
    this.#expression(value);
  }

  /** Every default in a pattern is a statement of its own: in which order the options are named does not matter. */
  #defaults(pattern: Node): void {
    const { type } = pattern;
    if (type === 'AssignmentPattern') {
      const [left, right] = [nodes(pattern['left'])[0], nodes(pattern['right'])[0]];
      if (left !== undefined && right !== undefined && identifier(left) !== null)
        this.#single(() => {
          this.#token('default', pattern);
          this.#expression(right);
        });
      if (left !== undefined) this.#defaults(left);
    } else if (type === 'ObjectPattern') for (const each of nodes(pattern['properties'])) this.#defaults(each);
    else if (type === 'ArrayPattern') for (const each of nodes(pattern['elements'])) this.#defaults(each);
    else if (type === 'Property') for (const each of nodes(pattern['value'])) this.#defaults(each);
    else if (type === 'TSParameterProperty') for (const each of nodes(pattern['parameter'])) this.#defaults(each);
  }

  #declarator(node: Node): void {
    const [id] = nodes(node['id']);
    const [init] = nodes(node['init']);
    if (id !== undefined) this.#defaults(id);
    if (init === undefined) return;
    // A named function, however it is written.
    if (FUNCTIONS.has(init.type)) return this.#function(init);
    this.#single(() => {
      this.#token('=', node);
      if (id !== undefined) this.#expression(id);
      this.#expression(init);
    });
  }

  #for(node: Node): void {
    const [init] = nodes(node['init']);
    const [update] = nodes(node['update']);
    if (init !== undefined && init.type === 'VariableDeclaration') this.statement(init);
    else if (init !== undefined) this.#single(() => this.#expression(init));
    this.#single(() => this.#tagged('loop', node, 'test'));
    if (update !== undefined) this.#single(() => this.#expression(update));
    this.#body(node, 'body');
  }

  #body(node: Node, key: string): void {
    for (const each of nodes(node[key])) this.statement(each);
  }

  /** Runs `write` with a new statement open; the one that was open goes on behind it. */
  #single(write: () => void): void {
    const before = this.#open;
    this.#open = { tokens: [], spans: [] };
    this.statements.push(this.#open);
    write();
    this.#open = before;
  }

  #tagged(tag: string, node: Node, key: string): void {
    const [value] = nodes(node[key]);
    this.#token(tag, value ?? node);
    if (value !== undefined) this.#expression(value);
  }

  #child(node: Node, key: string): void {
    for (const each of nodes(node[key])) this.#expression(each);
  }

  #token(token: string, { start, end }: { start: number; end: number }): void {
    this.#open.tokens.push(token);
    this.#open.spans.push(start, end);
  }

  /** One statement is a list of tokens: the operators first, as in a tree that is written down from its root. */
  #expression(node: Node): void {
    const { type } = node;
    if (WRAPPERS.has(type)) return this.#child(node, type === 'TSParameterProperty' ? 'parameter' : 'expression');
    if (FUNCTIONS.has(type)) {
      this.#token('function', { start: node.start, end: node.start });
      return this.#function(node);
    }
    if (type.endsWith('Statement') || type === 'VariableDeclaration' || HOLDERS.has(type)) return this.statement(node);
    if (type.startsWith('TS')) return;
    switch (type) {
      case 'Identifier':
      case 'PrivateIdentifier':
        return this.#token(this.#naming(String(node['name'])) ?? 'v', node);
      case 'Literal':
        return this.#token(literal(node), node);
      case 'TemplateLiteral':
        return this.#token("'", node);
      case 'BinaryExpression':
      case 'LogicalExpression':
        return this.#binary(node);
      case 'UpdateExpression':
        this.#token(`${String(node['operator'])[0]}=`, node);
        this.#child(node, 'argument');
        return this.#token('1', node);
      case 'AssignmentExpression':
      case 'UnaryExpression':
        return this.#generic(node, String(node['operator']));
      case 'MemberExpression':
        return this.#member(node);
      case 'Property':
        return this.#property(node);
      case 'CallExpression':
      case 'NewExpression':
        return this.#generic(node, 'call');
      default:
        return this.#generic(node, type);
    }
  }

  #generic(node: Node, token: string): void {
    this.#token(token, node);
    for (const key of visitorKeys[node.type] ?? []) this.#child(node, key);
  }

  #binary(node: Node): void {
    const operator = String(node['operator']);
    this.#token(TURNED[operator] ?? operator, node);
    const [left, right] = [nodes(node['left'])[0], nodes(node['right'])[0]];
    if (left === undefined || right === undefined) return;
    const isTurned = operator in TURNED;
    const [first, second] = isTurned ? [right, left] : [left, right];
    if (!COMMUTES.has(operator)) {
      this.#expression(first);
      return this.#expression(second);
    }
    // The smaller side first, so that a + b is b + a.
    const sides = [this.#apart(first), this.#apart(second)].sort((a, b) => compared(a.tokens, b.tokens));
    for (const { tokens, spans } of sides) {
      this.#open.tokens.push(...tokens);
      this.#open.spans.push(...spans);
    }
  }

  #apart(node: Node): Statement {
    const before = this.#open;
    this.#open = { tokens: [], spans: [] };
    this.#expression(node);
    const own = this.#open;
    this.#open = before;
    return own;
  }

  /** An element by an index is as good as a variable, so that a loop over indices is one over elements. */
  #member(node: Node): void {
    const [object] = nodes(node['object']);
    const [property] = nodes(node['property']);
    if (object === undefined || property === undefined) return;
    if (node['computed'] === true) {
      if (identifier(property) !== null && this.#naming(identifier(property) ?? '') === null)
        return this.#expression(object);
      this.#token('[]', node);
      this.#expression(object);
      return this.#expression(property);
    }
    const name = String(property['name']);
    if (identifier(object) === 'Math') return this.#token(`Math.${name}`, node);
    this.#token('.', node);
    this.#expression(object);
    this.#token(isBuiltIn(name) ? name : 'p', property);
  }

  #property(node: Node): void {
    this.#token(':', node);
    if (node['computed'] === true) this.#child(node, 'key');
    this.#child(node, 'value');
  }
}
