import { expect, test } from 'vitest';
import { shortNames } from './short-names.ts';

test('a short name stays as it is', () => {
  expect(shortNames(['ada', 'bob'], 8)).toEqual(['ada', 'bob']);
});

test('long names are cut at the end, or inside if they begin alike', () => {
  expect(shortNames(['an_assignment_of_ada', 'something_else_long'], 9)).toEqual(['an_assig…', 'somethin…']);
  expect(shortNames(['an_assignment_ada', 'an_assignment_bob'], 9)).toEqual(['an_a…_ada', 'an_a…_bob']);
});

test('names that differ only inside are numbered', () => {
  const short = shortNames(['aaaaaaaaXbbbbbbbb', 'aaaaaaaaYbbbbbbbb', 'ada'], 9);
  expect(new Set(short).size).toBe(3);
  expect(short.every((name) => name.length <= 9)).toBe(true);
  expect(short[2]).toBe('ada');
});
