import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry, Misconception } from '../../properties/entry/entry.ts';
import { double } from './made-up-entry.ts';
import { checkToldApart } from './told-apart.ts';

const entry = double as unknown as Entry;
const wrong = (name: string, implementation: (x: number) => number | undefined): Misconception => ({
  id: `double/${name}`,
  title: name,
  hint: name,
  caughtBy: 'one',
  implementation,
});
const unstable = (name: string, implementation: (x: number) => number): Misconception => ({
  ...wrong(name, implementation),
  verdict: 'unstable',
});
const check = (...misconceptions: Misconception[]): string[] => checkToldApart({ ...entry, misconceptions });

test('finds nothing where each misconception differs from the formula and from the others', () => {
  expect(checkToldApart(entry)).toEqual([]);
});

test('names a misconception that is right on every input', () => {
  expect(check(wrong('sum', (x) => x + x))).toEqual([
    "misconception 'double/sum' gives what the reference gives on every mild input",
  ]);
});

test('names a misconception that no edge shows: only the draws of some keys may', () => {
  expect(check(wrong('many', (x) => (x === 1 ? 2 : 3 * x)))).toEqual([
    "misconception 'double/many' gives what the reference gives on every mild edge: add one",
  ]);
  expect(check(unstable('very many', (x) => (x === 1e300 ? 2e300 : x < 1e200 ? 2 * x : 0)))).toEqual([
    "misconception 'double/very many' gives what the reference gives on every extreme edge: add one",
  ]);
});

test('names two misconceptions that agree on every input', () => {
  expect(
    check(
      wrong('triple', (x) => 3 * x),
      wrong('thrice', (x) => x + x + x),
    ),
  ).toEqual(["misconceptions 'double/triple' and 'double/thrice' agree on every mild input"]);
});

test('a difference of rounding is none', () => {
  expect(check(wrong('nearly', (x) => 2 * x * (1 + 1e-12)))).toHaveLength(1);
});

test('a misconception that can never be computed is told from nothing', () => {
  expect(check(wrong('nothing', () => undefined))).toHaveLength(1);
});

test('an unstable one is right on mild input and wrong on extreme input', () => {
  expect(check(unstable('square', (x) => x * x))).toEqual([
    "misconception 'double/square' is called unstable and is wrong on mild input",
  ]);
  expect(check(unstable('sum', (x) => x + x))).toEqual([
    "misconception 'double/sum' gives what the reference gives on every extreme input",
  ]);
});

test('each reading of a misconception counts', () => {
  const many = { ...wrong('triple', (x) => 3 * x), readings: [(x: number) => 2 * x] };
  expect(check(many)).toEqual([
    "misconception 'double/triple' (reading 2) gives what the reference gives on every mild input",
  ]);
});

test('an unstable reading of a wrong one is judged as an unstable one', () => {
  const both = (reading: (x: number) => number): Misconception => ({
    ...wrong('triple', (x) => 3 * x),
    unstableReadings: [reading],
  });
  expect(check(both((x) => (x > 1e100 ? Infinity : 2 * x)))).toEqual([]);
  expect(check(both((x) => 4 * x))).toEqual([
    "misconception 'double/triple' (reading 2) is called unstable and is wrong on mild input",
  ]);
});

test('a difference below 1e-12 counts where the contract says "relative" alone', () => {
  const tiny: Entry = { ...entry, edges: { tiny: [1e-20] }, inputs: fc.constant([1e-20]) };
  const misconceptions = [wrong('none', () => 0)];
  expect(checkToldApart({ ...tiny, misconceptions }, true)).toEqual([]);
  expect(checkToldApart({ ...tiny, misconceptions })).toHaveLength(1);
});
