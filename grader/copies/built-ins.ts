// Written out rather than asked of the engine: a newer Node has more of them, and would find other copies.

const PROPERTIES = new Set(
  (
    'length map forEach reduce reduceRight filter slice splice push pop shift unshift concat fill flat flatMap every some find ' +
    'findIndex findLast indexOf includes keys values entries join reverse sort at with toSorted toReversed from of isArray set get has ' +
    'add delete size next charAt charCodeAt split trim replace padStart repeat toFixed isFinite isNaN isInteger EPSILON MAX_VALUE ' +
    'MIN_VALUE MAX_SAFE_INTEGER POSITIVE_INFINITY NEGATIVE_INFINITY assign freeze fromEntries hasOwn is parse stringify call apply bind subarray'
  ).split(' '),
);
const GLOBALS = new Set(
  (
    'Math Array Object Number String Boolean Float64Array Float32Array Int32Array Uint8Array Uint32Array Map Set WeakMap Symbol BigInt ' +
    'Error RangeError TypeError JSON Infinity NaN undefined isNaN isFinite parseFloat parseInt console structuredClone arguments'
  ).split(' '),
);

/** Whether a property may be one of the language's own, so that nobody can rename it. */
export function isBuiltIn(property: string): boolean {
  return PROPERTIES.has(property);
}

/** Whether a name that is declared nowhere is one of the language's own. */
export function isGlobal(name: string): boolean {
  return GLOBALS.has(name);
}
