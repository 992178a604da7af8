import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadEntries } from '../../properties/entry/entries.ts';
import { errataPage } from './page.ts';

test('docs/errata.md lists what the entries state; `npm run errata` writes it', async () => {
  const page = readFileSync(new URL('../../docs/errata.md', import.meta.url), 'utf8');
  expect(page).toBe(errataPage(await loadEntries()));
});
