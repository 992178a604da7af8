import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyedGenerator } from './keyed-generator.ts';
import { derivedKey, drawing, keyHashOf, originOf, sourceKey } from './secret.ts';

const KEY = '000102030405060708090a0b0c0d0e0f';
const anyNumber = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

function firstNumbers(key: string, count = 4): number[] {
  const generator = keyedGenerator(key);
  return Array.from({ length: count }, () => generator.next());
}

test('the generator is AES-128 in counter mode', () => {
  // The first block is that of zeros: `openssl enc -aes-128-ecb -nopad` with this key says so.
  const block = Buffer.from('c6a13b37878f5b826f4f8162a1c8d879', 'hex');
  expect(firstNumbers(KEY)).toEqual([0, 4, 8, 12].map((at) => block.readInt32LE(at)));
});

test.each(Array.from({ length: 32 }, (_, digit) => digit))('hexadecimal digit %d of the key counts', (digit) => {
  const other = KEY.slice(0, digit) + (KEY[digit] === 'f' ? '0' : 'f') + KEY.slice(digit + 1);
  expect(firstNumbers(other)).not.toEqual(firstNumbers(KEY));
  expect(derivedKey(other, 'x')).not.toBe(derivedKey(KEY, 'x'));
});

test('a clone goes on from the same place, and does not move the other', () => {
  for (const steps of [0, 1, 127, 128, 129, 1000]) {
    const one = keyedGenerator(KEY);
    one.jump();
    for (let i = 0; i < steps; i++) one.next();
    const clone = one.clone();
    const ahead = Array.from({ length: 300 }, () => clone.next());
    expect(Array.from({ length: 300 }, () => one.next())).toEqual(ahead);
  }
});

test('a jump leads to a stream that shares nothing with the last', () => {
  const generator = keyedGenerator(KEY);
  const streams = [0, 1, 2].map(() => {
    generator.jump();
    return Array.from({ length: 500 }, () => generator.next());
  });
  expect(new Set(streams.flat()).size).toBeGreaterThan(1490);
});

test('exercises, purposes, sources, seeds and keys all draw differently, and each the same again', () => {
  const origins = [1, 2, KEY, sourceKey(KEY, 'sha256:a'), sourceKey(KEY, 'sha256:b')].flatMap((secret) => [
    originOf(secret, 'softmax'),
    originOf(secret, 'relu'),
  ]);
  const drawn = (): string[] =>
    origins.flatMap((origin) =>
      ['mild', 'extreme', 'law x'].map((purpose) =>
        fc.sample(anyNumber, { ...drawing(origin, purpose), numRuns: 5 }).join(),
      ),
    );
  expect(new Set(drawn()).size).toBe(30);
  expect(drawn()).toEqual(drawn());
});

test('a path shrinks from the draw that it names', () => {
  const how = drawing(originOf(KEY, 'relu'), 'mild');
  const draws = fc.sample(anyNumber, { ...how, numRuns: 50 });
  for (const index of [0, 7, 49]) {
    let first: number | undefined;
    const property = fc.property(anyNumber, (x) => {
      first ??= x;
      return false;
    });
    const { counterexamplePath } = fc.check(property, { ...how, path: String(index), numRuns: 1 });
    expect(first).toBe(draws[index]);
    expect(counterexamplePath?.split(':')[0]).toBe(String(index));
  }
});

test('neither the hash nor the key of an exercise is the key', () => {
  expect(keyHashOf(KEY)).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(keyHashOf(KEY)).not.toContain(KEY);
  expect(originOf(KEY, 'relu')).toEqual({ key: expect.stringMatching(/^[0-9a-f]{64}$/), seed: null });
  expect(originOf(7, 'relu').seed).toBe(7);
});
