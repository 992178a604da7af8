import {
  type ConstantNode,
  derivative,
  type FunctionNode,
  type MathNode,
  type OperatorNode,
  type ParenthesisNode,
  parse,
  type SymbolNode,
} from 'mathjs';
import { nth } from '../../values/nth.ts';
import type { Arithmetic } from './arithmetic.ts';

/**
 * Functions as plain values: an expression such as `2 * x1^2 + cos(x2)` is a function argument in an entry, so
 * that it can be drawn, printed, replayed and handed to any implementation. mathjs parses and differentiates it; its
 * value is computed here, over numbers of any kind.
 *
 * Operations: + - * /, whole powers, exp, log, sqrt, tanh, sin, cos, and sech, in which mathjs states the slope of tanh.
 */
export function evaluated<T>(expression: string, arithmetic: Arithmetic<T>, variables: Readonly<Record<string, T>>): T {
  const valueOf = (node: MathNode): T => {
    switch (node.type) {
      case 'ConstantNode':
        return arithmetic.constant((node as ConstantNode).value);
      case 'ParenthesisNode':
        return valueOf((node as ParenthesisNode).content);
      case 'SymbolNode':
        return variableOf((node as SymbolNode).name);
      case 'OperatorNode':
        return operation(node as OperatorNode);
      case 'FunctionNode':
        return functionValue(node as FunctionNode);
      default:
        throw new SyntaxError(`${expression}: expected sums, products, powers and functions, got ${node.toString()}`);
    }
  };
  const variableOf = (name: string): T => {
    const value = variables[name];
    if (value === undefined) {
      throw new RangeError(`${expression}: expected the variables ${Object.keys(variables).join(', ')}, got ${name}`);
    }
    return value;
  };
  const operation = ({ fn, args }: OperatorNode): T => {
    const [left, right] = args as [MathNode, MathNode];
    switch (fn as string) {
      case 'unaryMinus':
        return arithmetic.subtract(arithmetic.constant(0), valueOf(left));
      case 'pow':
        return arithmetic.power(valueOf(left), right.evaluate() as number);
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
        return arithmetic[fn as 'add'](valueOf(left), valueOf(right));
      default:
        throw new SyntaxError(`${expression}: expected + - * / or ^, got ${String(fn)}`);
    }
  };
  const functionValue = ({ fn, args }: FunctionNode): T => {
    const argument = valueOf(nth(args, 0));
    const { name } = fn;
    switch (name) {
      case 'exp':
      case 'log':
      case 'sqrt':
      case 'tanh':
      case 'sin':
      case 'cos':
        return arithmetic[name](argument);
      case 'sech': {
        const power = arithmetic.exp(argument);
        const one = arithmetic.constant(1);
        return arithmetic.divide(arithmetic.constant(2), arithmetic.add(power, arithmetic.divide(one, power)));
      }
      default:
        throw new SyntaxError(`${expression}: expected exp, log, sqrt, tanh, sin or cos, got ${String(name)}`);
    }
  };
  return valueOf(parsed(expression));
}

/** The derivative by a variable, as mathjs derives it. */
export function derivativeOf(expression: string, variable: string): string {
  return derivative(expression, variable).toString({ parenthesis: 'all' });
}

/** The expression with another one in the place of a variable. */
export function substituted(expression: string, variable: string, inner: string): string {
  const replacement = parsed(`(${inner})`);
  return parsed(expression)
    .transform((node) => (node.type === 'SymbolNode' && (node as SymbolNode).name === variable ? replacement : node))
    .toString({ parenthesis: 'all' });
}

const trees = new Map<string, MathNode>();

/** The tree of an expression, parsed once. */
function parsed(expression: string): MathNode {
  const known = trees.get(expression);
  if (known) return known;
  const tree = parse(expression);
  trees.set(expression, tree);
  return tree;
}
