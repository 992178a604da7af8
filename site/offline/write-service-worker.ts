import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { hashOf, type SiteFiles } from './worker/kept-site.ts';

const NAME = 'service-worker.js';
const SOURCE = fileURLToPath(new URL('worker/service-worker.ts', import.meta.url));

/** Writes the service worker of a site that is complete but for it; it names every file with its hash. */
export async function writeServiceWorker(site: string): Promise<void> {
  await build({
    entryPoints: [SOURCE],
    outfile: join(site, NAME),
    bundle: true,
    minify: true,
    target: 'es2022',
    define: { SITE_FILES: JSON.stringify(await filesOf(site)) },
    logLevel: 'error',
  });
}

async function filesOf(site: string): Promise<SiteFiles> {
  const entries = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => relative(site, join(parentPath, name)).replaceAll(sep, '/'));
  const files: Record<string, string> = {};
  // In one order on every machine, so that the same site has the same worker. Hidden files are the host's.
  for (const path of paths.filter((each) => each !== NAME && !/(^|\/)\./u.test(each)).sort()) {
    files[encodeURI(path)] = await hashOf(readFileSync(join(site, path)));
  }
  return files;
}
