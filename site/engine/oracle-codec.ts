import type { Oracle } from '../../grader/oracle/oracle.ts';

// Oracles as JSON, which has no NaN, no infinities, no -0 and no undefined: each is a record with one key, which no value has.

const KEY = '$';
const SPECIAL = new Map<string, unknown>([
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['-0', -0],
  ['undefined', undefined],
]);

/** An oracle as text, of which `decodeOracle` makes the same again. */
export function encodeOracle(oracle: Oracle): string {
  return JSON.stringify(encoded(oracle));
}

export function decodeOracle(text: string): Oracle {
  return decoded(JSON.parse(text)) as Oracle;
}

function encoded(value: unknown): unknown {
  for (const [name, special] of SPECIAL) if (Object.is(value, special)) return { [KEY]: name };
  if (Array.isArray(value)) return value.map(encoded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encoded(item)]));
}

function decoded(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(decoded);
  if (typeof json !== 'object' || json === null) return json;
  if (KEY in json) return SPECIAL.get((json as { [KEY]: string })[KEY]);
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, decoded(item)]));
}
