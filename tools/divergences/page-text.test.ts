import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadDivergences, readSeen } from '../../accelerated/divergences.ts';
import { divergencesPage } from './page-text.ts';

const divergences = await loadDivergences();

test('docs/divergences.md is what the list says', () => {
  const page = readFileSync(new URL('../../docs/divergences.md', import.meta.url), 'utf8');
  expect(divergencesPage(divergences), 'run npm run divergences:page').toBe(page);
});

test('every listed divergence was seen on a backend', () => {
  expect(divergences.filter(({ seen }) => Object.keys(seen).length === 0).map(({ id }) => id)).toEqual([]);
});

test('nothing was seen that is not listed, and no id is there twice', () => {
  const ids = divergences.map(({ id }) => id);
  expect(ids).toHaveLength(new Set(ids).size);
  expect(Object.keys(readSeen()).filter((id) => !ids.includes(id))).toEqual([]);
});
