import createNdArray, { type NdArray as GenericNdArray } from 'ndarray';

/** A float64 array of any rank: the container that every reference function takes and returns. */
export type NdArray = GenericNdArray<Float64Array>;

/** Nested arrays of numbers, row-major, as a reader would write them. */
export type Nested = number | readonly Nested[];

/** A new array of the given shape, filled with zeros or with `data` in row-major order. */
export function tensor(shape: readonly number[], data?: ArrayLike<number>): NdArray {
  const size = shape.reduce((product, length) => product * length, 1);
  const values = data === undefined ? new Float64Array(size) : Float64Array.from(data);
  if (values.length !== size) {
    throw new RangeError(`data: expected ${size} values for shape ${shown(shape)}, got ${values.length}`);
  }
  return createNdArray(values, [...shape]);
}

/** The vector of the given numbers. */
export function vector(values: ArrayLike<number>): NdArray {
  return tensor([values.length], values);
}

/** The matrix of the given rows. */
export function matrix(rows: readonly (readonly number[])[]): NdArray {
  return fromNested('rows', rows);
}

/**
 * The array that nested arrays describe; its rank is their depth.
 *
 * @throws {TypeError} A leaf is not a number, or numbers are mixed with arrays.
 * @throws {RangeError} Rows of one level differ in length.
 */
export function fromNested(name: string, nested: unknown): NdArray {
  const shape: number[] = [];
  for (let level = nested; Array.isArray(level); level = level[0]) shape.push(level.length);
  if (shape.length === 0) throw new TypeError(`${name}: expected an array of numbers, got ${described(nested)}`);
  const data: number[] = [];
  const collect = (value: unknown, depth: number, path: string): void => {
    if (depth === shape.length) {
      if (typeof value !== 'number') throw new TypeError(`${path}: expected a number, got ${described(value)}`);
      data.push(value);
      return;
    }
    if (!Array.isArray(value)) throw new TypeError(`${path}: expected an array, got ${described(value)}`);
    if (value.length !== shape[depth]) {
      throw new RangeError(
        `${path}: expected ${shape[depth]} entries like the first of its level, got ${value.length}`,
      );
    }
    for (let i = 0; i < value.length; i++) collect(value[i], depth + 1, `${path}[${i}]`);
  };
  collect(nested, 0, name);
  return tensor(shape, data);
}

/** The nested arrays that describe an array. */
export function toNested({ data, shape, stride, offset }: NdArray): Nested[] {
  const level = (axis: number, start: number): Nested[] =>
    Array.from({ length: shape[axis] ?? 0 }, (_, i) => {
      const at = start + i * (stride[axis] as number);
      return axis + 1 === shape.length ? (data[at] as number) : level(axis + 1, at);
    });
  return level(0, offset);
}

/** The values of an array in row-major order, as a copy of its own. */
export function flat({ data, shape, stride, offset, size }: NdArray): Float64Array {
  const values = new Float64Array(size);
  let next = 0;
  const walk = (axis: number, start: number): void => {
    // Without axes there is one element.
    // Equivalent mutants: `1 + 1`, `1 * (1 + 1e-6)`, `0 + 1` (a second one would lie beyond the end; no step is made)
    const [length, step] = [shape[axis] ?? 1, stride[axis] ?? 0];
    for (let i = 0; i < length; i++) {
      const at = start + i * step;
      // Equivalent mutants: `(axis <`, `(axis - 1 <`, `+ 1 <=` (a level without an axis is one element)
      // Equivalent mutant: `1 * (1 + 1e-6) <` (both sides are whole)
      if (axis + 1 < shape.length) walk(axis + 1, at);
      else values[next++] = data[at] as number;
    }
  };
  walk(0, offset);
  return values;
}

/** The same numbers in memory of their own. */
export function copied(array: NdArray): NdArray {
  return tensor(array.shape, flat(array));
}

/** A new array of the same shape whose elements are `f` of the old ones. */
export function map(array: NdArray, f: (value: number) => number): NdArray {
  return tensor(array.shape, flat(array).map(f));
}

/** A new array whose elements are `f` of the elements of two arrays of equal shape. */
export function zip(a: NdArray, b: NdArray, f: (a: number, b: number) => number): NdArray {
  const other = flat(b);
  return tensor(
    a.shape,
    flat(a).map((value, i) => f(value, other[i] as number)),
  );
}

export function isNdArray(value: unknown): value is NdArray {
  return (
    typeof value === 'object' &&
    value !== null &&
    'shape' in value &&
    Array.isArray(value.shape) &&
    'stride' in value &&
    Array.isArray(value.stride) &&
    'data' in value &&
    'get' in value &&
    typeof value.get === 'function'
  );
}

const RANKS = [
  'a number',
  'a vector [n]',
  'a matrix [rows, columns]',
  'a rank-3 array [batch, time, features]',
  'a rank-4 array',
];

/**
 * The shape of an array that must have the given rank and at least one element.
 *
 * @throws {TypeError} It is not an ndarray.
 * @throws {RangeError} It has another rank, or an axis of length 0.
 */
export function shapeOfRank(name: string, array: NdArray, rank: number): number[] {
  const wanted = RANKS[rank] ?? `an array of rank ${rank}`;
  if (!isNdArray(array)) throw new TypeError(`${name}: expected ${wanted} as an ndarray, got ${described(array)}`);
  if (array.shape.length !== rank) {
    throw new RangeError(`${name}: expected ${wanted}, got shape ${shown(array.shape)} of rank ${array.shape.length}`);
  }
  expectElements(name, array);
  return [...array.shape];
}

/** The length of a vector that must have at least one element. */
export function vectorLength(name: string, array: NdArray): number {
  const [n] = shapeOfRank(name, array, 1) as [number];
  return n;
}

/** The shape of a matrix that must have at least one row and one column. */
export function matrixShape(name: string, array: NdArray): [rows: number, columns: number] {
  return shapeOfRank(name, array, 2) as [number, number];
}

/** The shape of a `[batch, time, features]` array that must have at least one of each. */
export function sequenceShape(name: string, array: NdArray): [batch: number, time: number, features: number] {
  return shapeOfRank(name, array, 3) as [number, number, number];
}

/** The shape of a rank-4 array, images `[batch, height, width, channel]` or a kernel `[kh, kw, in, out]`. */
export function imagesShape(name: string, array: NdArray): [number, number, number, number] {
  return shapeOfRank(name, array, 4) as [number, number, number, number];
}

/** @throws {RangeError} An axis has length 0, or there are elements without data. */
export function expectElements(name: string, array: NdArray): void {
  if (array.shape.some((length) => length === 0)) {
    throw new RangeError(`${name}: expected at least one element, got shape ${shown(array.shape)}`);
  }
  expectData(name, array);
}

/**
 * Reading at a fractional place or beyond the data does not throw and gives undefined, and a value that is not a number is
 * converted to one, or to NaN.
 *
 * @throws {TypeError} The data hold something else than numbers.
 * @throws {RangeError} A length, a stride or the offset is not a whole number, or elements lie beyond the data.
 */
export function expectData(name: string, { data, shape, stride, offset }: NdArray): void {
  const isLaidOut =
    // Equivalent mutants: `length > 0`, `length >= 0 + 1` (whoever calls it has seen to it that no length is 0)
    shape.every((length) => Number.isInteger(length) && length >= 0) &&
    stride.length === shape.length &&
    [...stride, offset].every(Number.isInteger);
  if (!isLaidOut) {
    throw new RangeError(
      `${name}: expected whole lengths, a whole stride for each, and a whole offset, got shape ${shown(shape)}, ` +
        `strides ${shown(stride)} and offset ${offset}`,
    );
  }
  const reach = shape.map((length, axis) => (length - 1) * (stride[axis] as number));
  const first = reach.reduce((at, step) => at + Math.min(step, 0), offset);
  const last = reach.reduce((at, step) => at + Math.max(step, 0), offset);
  if (first < 0 || last >= data.length) {
    throw new RangeError(
      `${name}: expected data for every element of shape ${shown(shape)}, got ${data.length} values for ` +
        `elements ${first} to ${last}`,
    );
  }
  if (data instanceof Float64Array) return; // equivalent mutant: `if (false)` (it holds nothing but numbers)
  const values = data as ArrayLike<unknown>;
  for (let at = first; at <= last; at++) {
    if (typeof values[at] !== 'number') {
      throw new TypeError(`${name}: expected data of numbers, got ${described(values[at])} at place ${at}`);
    }
  }
}

/** 2 GiB, more than anything that is computed here. */
const MOST_ELEMENTS = 2 ** 28;

/** @throws {RangeError} The result would have the given shape because of the argument of that name, and is too large. */
export function expectPossible(name: string, shape: readonly number[]): void {
  const size = shape.reduce((product, length) => product * length, 1);
  if (size > MOST_ELEMENTS) {
    throw new RangeError(`${name}: expected a result of at most ${MOST_ELEMENTS} elements, got shape ${shown(shape)}`);
  }
}

/** @throws {RangeError} The array has another shape than the one named. */
export function expectShape(name: string, array: NdArray, shape: readonly number[], like: string): void {
  shapeOfRank(name, array, shape.length);
  if (array.shape.some((length, axis) => length !== shape[axis])) {
    throw new RangeError(`${name}: expected shape ${shown(shape)} (${like}), got ${shown(array.shape)}`);
  }
}

/** @throws {RangeError} `b` has another shape than `a`. */
export function expectSameShape(nameA: string, a: NdArray, nameB: string, b: NdArray): void {
  expectShape(nameB, b, a.shape, `that of ${nameA}`);
}

/** `[2, 3]`, as shapes are written in messages. */
export function shown(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

/** `Object` of a record or an instance of a class, `Map`, `Date` and the like of what the language has for other ends. */
export function kindOf(value: object): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1); // equivalent mutant: `1 * (1 + 1e-6)` (the fraction is cut off)
}

/** What a value is, in the words of a message. */
export function described(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (isNdArray(value)) return `an ndarray of shape ${shown(value.shape)}`;
  if (Array.isArray(value)) return `an array of length ${value.length}`;
  if (typeof value === 'string') return `the string '${value}'`;
  if (typeof value === 'object') {
    const kind = kindOf(value);
    return kind === 'Object' ? 'an object' : `an object of the kind ${kind}`;
  }
  if (typeof value === 'function') return 'a function';
  return `the ${typeof value} ${String(value as number | boolean | symbol)}`;
}
