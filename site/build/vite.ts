import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { hostOfPages } from './host-of-pages.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What pages load as modules, by the name that they ask for: `search` becomes assets/search.js. */
export const ENTRIES: Readonly<Record<string, string>> = {
  offline: 'site/offline/offline.ts',
  search: 'site/search/search.ts',
  filter: 'site/search/filter.ts',
  engine: 'site/engine/engine.ts',
  playground: 'site/playground/main.ts',
  compute: 'site/compute/main.ts',
  'try-values': 'site/compute/embed.ts',
};

/** Bundles scripts of the site into `out`/assets. */
export async function bundle(out: string, entries = ENTRIES): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    base: './',
    plugins: [hostOfPages()],
    worker: { format: 'es', plugins: () => [hostOfPages()] },
    build: {
      outDir: out,
      emptyOutDir: false,
      assetsDir: 'assets',
      // What a page may load is said by its policy, which takes no data: URLs.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: 'es2022',
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, `${ROOT}${file}`])),
        // A page imports an entry and calls what it exports.
        preserveEntrySignatures: 'exports-only',
        output: {
          // Pages ask for an entry by its name; only what entries load is named by its content.
          entryFileNames: 'assets/[name].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  });
}
