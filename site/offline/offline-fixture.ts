import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeServiceWorker } from './write-service-worker.ts';

const KEEP = fileURLToPath(new URL('keep-offline.ts', import.meta.url));

/** Writes a site of a few files that all say which build they are of. */
export async function writeBuild(site: string, version: string): Promise<void> {
  rmSync(site, { recursive: true, force: true });
  const page = (root: string) =>
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self'">
<title>${version}</title><link rel="icon" href="data:,"><script type="module" src="${root}assets/page.js"></script>`;
  const files = {
    'index.html': page(''),
    'formulas/softmax.html': page('../'),
    'data/version.json': JSON.stringify(version),
    'data/same.json': '"the same in every build"',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
  await build({
    stdin: {
      contents: `import { keepOffline } from ${JSON.stringify(KEEP)};
        const root = new URL('../', import.meta.url);
        globalThis.version = '${version}';
        globalThis.data = async (path) => (await fetch(new URL(path, root))).json();
        void keepOffline(root, Promise.resolve());`,
      resolveDir: dirname(KEEP),
    },
    outfile: join(site, 'assets/page.js'),
    bundle: true,
    format: 'esm',
  });
  await writeServiceWorker(site);
}
