import { expect, test } from 'vitest';
import type { Entry } from '../../properties/entry/entry.ts';
import type { Track } from './catalogue.ts';
import { checkEntry, checkMisconceptions } from './entry.ts';
import { contract, double, row } from './made-up-entry.ts';

const entry = double as unknown as Entry;
const [square, overflows] = entry.misconceptions as [Entry['misconceptions'][0], Entry['misconceptions'][0]];
const [first] = entry.laws as [Entry['laws'][0]];
const [three] = entry.worked as [Entry['worked'][0]];

const check = (candidate: Entry): string[] => [
  ...checkEntry(candidate, row),
  ...checkMisconceptions(candidate, contract),
];

test('finds nothing in an entry without a fault', () => {
  expect(check(entry)).toEqual([]);
});

const spoiled: [string, Partial<Entry>, string][] = [
  ['another id', { id: 'twice' }, "the id is 'twice', expected 'double'"],
  ['another lecture', { lecture: 5 }, 'the lecture is 5, expected 4'],
  ['no title', { title: ' ' }, 'the title is empty'],
  ['no latex', { latex: '' }, 'latex is empty'],
  ['no source', { source: [] }, 'source is empty'],
  ['no edges', { edges: {} }, 'it has no edges'],
  ['no worked value', { worked: [] }, 'it has no worked value'],
  ['a worked value of unknown origin', { worked: [{ ...three, origin: '' }] }, "worked value 'three' has no origin"],
  ['two laws', { laws: entry.laws.slice(1) }, 'it has 2 laws, expected 3 or more'],
  ['a law twice', { laws: [...entry.laws, first] }, "two laws have the name 'it grows with x'"],
  [
    'a law that is not a sentence',
    { laws: [...entry.laws, { ...first, name: 'monotone' }] },
    "'monotone' is not a sentence",
  ],
  [
    'a misconception twice',
    { misconceptions: [square, square, overflows] },
    "two misconceptions have the id 'double/sq",
  ],
  [
    'a misconception of another formula',
    { misconceptions: [square, overflows, { ...square, id: 'adam/square' }] },
    "'adam/square' is not named 'double/its-name'",
  ],
  ['an empty title', { misconceptions: [{ ...square, title: '' }, overflows] }, "'double/square' has no title"],
  ['an empty hint', { misconceptions: [{ ...square, hint: '  ' }, overflows] }, "'double/square' has no hint"],
  [
    'a misconception that nothing named catches',
    { misconceptions: [{ ...square, caughtBy: 'two' }, overflows] },
    "caught by 'two', which is not a law",
  ],
  [
    'a misconception too few',
    { misconceptions: [overflows] },
    "the contract's misconception 'double/square' is missing",
  ],
  [
    'another verdict than the contract',
    { misconceptions: [{ ...square, verdict: 'unstable' as const }, overflows] },
    "has the verdict 'unstable', the contract says 'wrong'",
  ],
];

test.each(spoiled)('names %s', (_, change, message) => {
  expect(check({ ...entry, ...change }).join('\n')).toContain(message);
});

test('asks for the names of the section More names too, whatever their verdict', () => {
  const more = { ...contract, moreNames: ['square', 'cube'] };
  expect(checkMisconceptions(entry, more)).toEqual(["the contract's misconception 'double/cube' is missing"]);
});

test('asks for what the tracks ask for', () => {
  const wide = { ...row, tracks: new Set<Track>(['R', 'A', 'G', 'P', 'E']) };
  expect(checkEntry(entry, wide)).toEqual(['accelerated is not set', 'gradient is not set']);
});

test('without a row of the contract its misconceptions are its own', () => {
  expect(checkMisconceptions({ ...entry, misconceptions: [] }, undefined)).toEqual([]);
});
