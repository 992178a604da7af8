import type { Nest } from './nest.ts';

/** What passes between a formula and its users: numbers, strings, booleans, nested arrays and plain records. */
export type Value = number | string | boolean | null | undefined | readonly Value[] | { readonly [key: string]: Value };

export type Vector = number[];
export type Matrix = number[][];
/** `[batch, time, feature]` */
export type Sequence = number[][][];
/** `[batch, height, width, channel]` */
export type Images = number[][][][];
/** `[kernel height, kernel width, channels in, channels out]` */
export type Kernel = number[][][][];

/** Nested arrays of any rank, down to a number. */
export type Tensor = Nest<number>;

/** Values of one kind at the leaves of nested arrays and records. */
export type Tree<T> = T | readonly Tree<T>[] | { readonly [key: string]: Tree<T> };

/** Where a leaf is in a value: `[0, 1]`, `['h', 2, 0]`. */
export type Path = readonly (number | string)[];

export function isRecord(value: unknown): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `index[0].h[2]`, as a path is written in messages. */
export function shownPath(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
}

const WORDS: ReadonlyMap<string, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
]);

/** A value as JSON can hold it: NaN and the infinities become strings. */
export function toJson(value: Value): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(toJson);
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
  return value;
}

/** The value that JSON held: the strings "NaN", "Infinity" and "-Infinity" become numbers. */
export function fromJson(json: unknown): Value {
  if (typeof json === 'string') return WORDS.get(json) ?? json;
  if (Array.isArray(json)) return json.map(fromJson);
  if (isRecord(json)) return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, fromJson(item)]));
  return json as Value;
}
