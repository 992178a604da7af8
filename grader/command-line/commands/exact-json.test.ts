import { expect, test } from 'vitest';
import { exactJson } from './exact-json.ts';

test('the bits of every finite number come back, the sign of zero among them', () => {
  const values = [0, -0, 0.1, 1 / 3, 5e-324, -2.2250738585072014e-308, 2 ** 53 - 1, 1e21, 1.7976931348623157e308];
  const back = JSON.parse(exactJson(values)) as number[];
  expect(back.every((x, i) => Object.is(x, values[i]))).toBe(true);
});

test('what JSON has no number for becomes a string', () => {
  expect(exactJson({ a: [Number.NaN, Infinity], b: -Infinity })).toBe('{"a":["NaN","Infinity"],"b":"-Infinity"}');
});

test('absent fields stay absent', () => {
  expect(exactJson({ a: undefined, b: null, c: 'x"y', d: true })).toBe('{"b":null,"c":"x\\"y","d":true}');
});
