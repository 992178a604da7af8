import type { Value } from '../../properties/values/value.ts';
import { RESULT_LIMITS } from './guest.ts';

/**
 * The value that the harness encoded, checked once more on this side: the text comes out of the sandbox, so its shape
 * is not taken on trust.
 *
 * @throws {Error} The text is not what the harness writes.
 */
export function decode(text: string): Value {
  return decoded(JSON.parse(text), 0);
}

function decoded(json: unknown, depth: number): Value {
  if (depth > RESULT_LIMITS.depth) throw new Error('the sandbox returned a value nested too deep');
  if (typeof json === 'string') return decodedWord(json);
  if (typeof json !== 'object' || json === null) return json as number | boolean | null;
  if (Array.isArray(json)) return json.map((item) => decoded(item, depth + 1));
  // fromEntries defines its properties, so a key __proto__ stays an ordinary one
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key.slice(1), decoded(item, depth + 1)]));
}

function decodedWord(word: string): Value {
  if (word.startsWith('s')) return word.slice(1);
  if (word === 'U') return undefined;
  if (word === 'N') return Number.NaN;
  if (word === 'I') return Infinity;
  if (word === '-I') return -Infinity;
  throw new Error('the sandbox returned an unknown word');
}
