import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeServiceWorker } from '../offline/write-service-worker.ts';
import { loadFacts } from './facts.ts';
import type { Written } from './links.ts';
import { writeOut } from './out.ts';
import { bundle } from './vite.ts';
import { writePages } from './write-pages.ts';

/** A folder with the pages and their own scripts, without what only the programs need; to be removed after the tests. */
export async function builtPages(): Promise<{ out: string; remove: () => void }> {
  const out = mkdtempSync(join(tmpdir(), 'backproof-site-'));
  await writePages(out, await loadFacts());
  // The form that tries values brings every formula along; it has tests of its own.
  writeOut(out, 'assets/try-values.js', '');
  await bundle(out, {
    search: 'site/search/search.ts',
    filter: 'site/search/filter.ts',
    offline: 'site/offline/offline.ts',
  });
  await writeServiceWorker(out);
  return { out, remove: () => rmSync(out, { recursive: true, force: true }) };
}

/** Every page in such a folder. */
export function pagesIn(out: string): Written[] {
  return readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ path: file.replaceAll('\\', '/'), document: readFileSync(join(out, file), 'utf8') }));
}
