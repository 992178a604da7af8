import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { transformerFile } from './oxc-transformer.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a page has in the place of a module of Node's, and of a package that builds code from strings. */
const INSTEAD: Readonly<Record<string, string>> = {
  'host/host.ts': 'host/browser.ts',
  'host/files.ts': 'host/browser-files.ts',
  'host/syntax.ts': 'host/browser-syntax.ts',
  'host/backends.ts': 'host/browser-backends.ts',
};
const PACKAGES: Readonly<Record<string, string>> = {
  ndarray: `${ROOT}host/browser-ndarray.ts`,
};
const TRANSFORMER = '@oxc-transform/binding-wasm32-wasi/transform.wasm32-wasi.wasm';

/** Puts the host of pages in the place of Node's. */
export function hostOfPages(): Plugin {
  return {
    name: 'backproof:host-of-pages',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const known = PACKAGES[source];
      if (known !== undefined) return known;
      const [path = '', query] = source.split('?');
      // npm installs it for no processor but its own.
      if (path === TRANSFORMER) return `${await transformerFile(ROOT)}?${query}`;
      if (!source.startsWith('.')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const instead = found?.id.startsWith(ROOT) ? INSTEAD[found.id.slice(ROOT.length)] : undefined;
      return instead === undefined ? found : `${ROOT}${instead}`;
    },
  };
}
