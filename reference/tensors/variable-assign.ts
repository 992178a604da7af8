import { type Elements, elementwise, expectNumbers } from '../elementwise.ts';
import { type NdArray, shown } from '../ndarray.ts';
import { expectChoice, expectOptions } from '../options.ts';
import { broadcast } from './shared/broadcast.ts';
import { elementsOf, shapeOf } from './shared/elements.ts';

/** How a variable is assigned to, and whether it is trained. */
export interface AssignOptions {
  operation?: 'assign' | 'add' | 'subtract';
  trainable?: boolean;
}

/** What is left after an assignment. */
export interface Assigned {
  variable: Elements;
  constant: Elements;
  gradient: Elements;
}

/**
 * An assignment to a variable that was made of a tensor: only the variable changes, in its place.
 *
 * $$v \leftarrow w, \quad v + w, \quad v - w, \qquad v_0 = c, \qquad \nabla_v \tfrac{1}{2} \sum_i v_i^2 = v$$
 *
 * - $c$ `initial` the tensor of which the variable is made, a number or an array of any rank
 * - $w$ `value` of the same shape
 * - `operation` `'assign'`, `'add'` or `'subtract'`
 * - `trainable` whether a gradient is taken by the variable; where it is not, the gradient counts as 0
 * - `variable` its value afterwards, `constant` that of the tensor, which stays, and `gradient` that of half the sum of the
 *   squares of the variable, by the variable
 *
 * @throws {TypeError} `initial` or `value` is neither a number nor an ndarray, or `options` is not an object.
 * @throws {RangeError} `initial` is empty, `value` has another shape, or an option is unknown or none of its
 * choices.
 * @see Abadi et al. (2016), TensorFlow: A System for Large-Scale Machine Learning, section 3.1. Lecture 3.
 * @example variableAssign(vector([1, 2]), vector([5, 5]), { operation: 'add' }).variable // [6, 7]
 */
export function variableAssign(initial: Elements, value: Elements, options: AssignOptions = {}): Assigned {
  expectAssignable(initial, value, options);
  const { operation = 'assign', trainable = true } = options;
  const variable = new Variable(initial);
  variable[operation](value);
  const after = variable.read();
  return {
    variable: after,
    constant: elementwise('initial', initial, (c) => c), // equivalent mutant: `""` (it has been checked before)
    gradient: elementwise('variable', after, (v) => (trainable ? v : 0)), // equivalent mutant: `""` (it is legal)
  };
}

/** @throws {TypeError | RangeError} As `variableAssign` does. */
export function expectAssignable(initial: Elements, value: Elements, options: AssignOptions): void {
  expectNumbers('initial', initial);
  expectNumbers('value', value);
  const [own, other] = [shapeOf(initial), shapeOf(value)];
  if (own.length !== other.length || own.some((length, axis) => length !== other[axis])) {
    throw new RangeError(`value: expected shape ${shown(own)}, that of the variable, got ${shown(other)}`);
  }
  expectOptions(options, ['operation', 'trainable']);
  const { operation = 'assign', trainable = true } = options; // equivalent mutant: `false` (it is legal too)
  expectChoice('options.operation', operation, ['assign', 'add', 'subtract']);
  expectChoice('options.trainable', trainable, [true, false]);
}

/** A tensor whose elements may be changed: it holds a copy of what it was made of. */
class Variable {
  readonly #elements: Float64Array;
  readonly #like: Elements;

  constructor(initial: Elements) {
    this.#like = initial;
    this.#elements = elementsOf(initial);
  }

  assign(value: Elements): void {
    this.#elements.set(elementsOf(value));
  }

  add(value: Elements): void {
    this.assign(broadcast(this.read(), value, (v, w) => v + w));
  }

  subtract(value: Elements): void {
    this.assign(broadcast(this.read(), value, (v, w) => v - w));
  }

  read(): Elements {
    let next = 0;
    // Equivalent mutant: `""` (it has been checked before)
    return elementwise('variable', this.#like as NdArray, () => this.#elements[next++] as number);
  }
}
