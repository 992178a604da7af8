import { hmacSha256, sha256 } from '../../host/host.ts';
import { bytesOf } from './hex.ts';
import { type KeyedGenerator, keyedGenerator } from './keyed-generator.ts';

/** What inputs are drawn from: a seed, which anybody may repeat, or a key that nobody can guess, in hexadecimal digits. */
export type Secret = number | string;

/** Where the inputs of one exercise come from. */
export interface Origin {
  /** draws every input of the exercise, and says nothing about the key of the class */
  key: string;
  /** the seed of the class; null if it has a key */
  seed: number | null;
}

/** Where the inputs of an exercise come from. */
export function originOf(secret: Secret, exercise: string): Origin {
  return { key: derivedKey(secret, 'exercise', exercise), seed: typeof secret === 'number' ? secret : null };
}

/**
 * The key for one purpose: HMAC-SHA256, so that neither the first key nor that of another purpose can be found from it.
 *
 * @returns 64 hexadecimal digits
 */
export function derivedKey(secret: Secret, ...purpose: readonly string[]): string {
  const key = typeof secret === 'number' ? `seed ${secret}` : bytesOf(secret);
  return hmacSha256(key, purpose.join('\0'));
}

/** The key that inputs for one source are drawn from, so that each resubmission meets others. */
export function sourceKey(key: string, sourceHash: string): string {
  return hmacSha256(bytesOf(key), sourceHash);
}

/** What records say of a key, to tell it from others. */
export function keyHashOf(key: string): string {
  return `sha256:${sha256('backproof key\0', bytesOf(key))}`;
}

/** How fast-check is to draw, for one purpose. All of the key's bits count: a seed of fast-check has 32. */
export function drawing(
  { key }: Origin,
  purpose: string,
): { seed: number; randomType: (seed: number) => KeyedGenerator } {
  const own = derivedKey(key, purpose);
  return { seed: 0, randomType: () => keyedGenerator(own) };
}
