const DEEPEST = 8;

/** The shape of a regular nested array of leaves, `[]` for a leaf; null for a ragged one, or one that holds records. */
export function shapeOf(value: unknown, depth = 0): number[] | null {
  if (!Array.isArray(value)) return typeof value === 'object' && value !== null ? null : [];
  if (depth === DEEPEST) return null;
  const [first, ...rest] = value.map((item) => shapeOf(item, depth + 1));
  if (first === undefined) return [0];
  if (first === null || !rest.every((shape) => sameShape(first, shape))) return null;
  return [value.length, ...first];
}

function sameShape(a: readonly number[], b: readonly number[] | null): boolean {
  return b !== null && a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** `2 × 3`, and for a vector `length 2`. */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 1 ? `length ${shape[0]}` : shape.join(' × ');
}

/** What a value is, in words, without the numbers that it holds. */
export function kindText(value: unknown): string {
  const shape = shapeOf(value);
  if (Array.isArray(value)) return shape === null ? 'a nested array' : `an array of shape [${shape.join(', ')}]`;
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : `a ${typeof value}`;
  return `a record with ${Object.keys(value).slice(0, 12).join(', ') || 'no fields'}`;
}
