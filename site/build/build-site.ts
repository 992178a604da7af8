import { writeServiceWorker } from '../offline/write-service-worker.ts';
import { writeExercises } from './exercises.ts';
import { loadFacts } from './facts.ts';
import { checkLinks } from './links.ts';
import { writeOracles } from './oracles.ts';
import { emptyOut } from './out.ts';
import { bundle } from './vite.ts';
import { writePages } from './write-pages.ts';

/**
 * Builds the site into a folder.
 *
 * @throws {Error} The folder is somebody else's, or a link of a page leads nowhere.
 */
export async function buildSite(out: string, say: (line: string) => void): Promise<void> {
  const started = performance.now();
  const step = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    say(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return result;
  };
  emptyOut(out);
  const facts = await step('reading the formulas', loadFacts);
  const pages = await step('pages', () => writePages(out, facts));
  await step('exercises', () => writeExercises(out));
  await step('oracles', () => writeOracles(out));
  await step('scripts', () => bundle(out));
  await step('links', () => checkLinks(out, pages));
  // Last of all: it names every file.
  await step('service worker', () => writeServiceWorker(out));
  say(`${pages.length} pages in ${out}, ${((performance.now() - started) / 1000).toFixed(1)} s in all`);
}
