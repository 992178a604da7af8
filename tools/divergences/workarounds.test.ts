import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadDivergences } from '../../accelerated/divergences.ts';

const ACCELERATED = new URL('../../accelerated/', import.meta.url);
const NONE = 'nothing: no formula meets it';

const divergences = await loadDivergences();
const texts = readdirSync(ACCELERATED, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(new URL(file, ACCELERATED), 'utf8'));
const named = new Set(texts.flatMap((text) => [...text.matchAll(/\bworkaround\('([^']*)'\)/g)].map(([, id]) => id)));

test('every workaround is for a divergence that is listed', () => {
  const ids = divergences.map(({ id }) => id);
  expect([...named].filter((id) => id === undefined || !ids.includes(id))).toEqual([]);
  expect(named.size).toBeGreaterThan(10);
});

test('a divergence that a formula goes round or runs says what is done instead', () => {
  const met = divergences.filter(({ id, runs }) => named.has(id) || runs !== undefined);
  expect(met.filter(({ instead }) => instead.startsWith(NONE)).map(({ id }) => id)).toEqual([]);
});
