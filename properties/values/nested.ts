import { isRecord, type Path, type Value } from './value.ts';

/** The part of a value at a path. */
export function valueAt(value: Value, path: Path): Value {
  return path.reduce<Value>((part, step) => (part as { readonly [key: string]: Value })[step], value);
}

/** The same value with another part at a path. */
export function replacedAt(value: Value, path: Path, part: Value): Value {
  const [step, ...rest] = path;
  if (step === undefined) return part;
  if (Array.isArray(value)) return value.map((item: Value, i) => (i === step ? replacedAt(item, rest, part) : item));
  const record = value as { readonly [key: string]: Value };
  return { ...record, [step]: replacedAt(record[step], rest, part) };
}

/** The same value without the key that a path ends with. */
export function withoutKey(value: Value, path: Path): Value {
  const parent = valueAt(value, path.slice(0, -1));
  if (!isRecord(parent)) return value;
  const kept = Object.fromEntries(Object.entries(parent).filter(([key]) => key !== path.at(-1)));
  return replacedAt(value, path.slice(0, -1), kept);
}

/** The lengths of nested arrays, taken from the first entries. */
export function shapeOf(value: Value): number[] {
  return Array.isArray(value) ? [value.length, ...shapeOf(value[0])] : [];
}

/** The paths of the lists of numbers within nested arrays. */
export function rowsOf(value: Value): Path[] {
  if (!Array.isArray(value)) return [];
  return value.some(Array.isArray) ? value.flatMap((item, i) => rowsOf(item).map((row) => [i, ...row])) : [[]];
}

/** Nested arrays of another length along an axis, counted from the end if negative: cut off, or filled up with copies of the first entry. */
export function resized(value: Value, axis: number, length: number): Value {
  const depth = axis < 0 ? shapeOf(value).length + axis : axis;
  const list = value as readonly Value[];
  if (depth > 0) return list.map((item) => resized(item, depth - 1, length));
  return Array.from({ length }, (_, i) => list[i] ?? list[0]);
}
