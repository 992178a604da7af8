/**
 * The entry of a list at an index.
 *
 * @throws {RangeError} There is none: the index is not a whole number from 0 to the last one.
 */
export function nth<L extends readonly unknown[]>(list: L, index: number): L[number] {
  const item = list[index];
  if (item === undefined && !(index in list)) throw new RangeError(`index ${index} of a list of ${list.length}`);
  return item;
}

/**
 * The last entry of a list.
 *
 * @throws {RangeError} The list is empty.
 */
export function last<L extends readonly unknown[]>(list: L): L[number] {
  return nth(list, list.length - 1);
}
