/**
 * A module worker under the policy of the page: one that is loaded from an address has only the policy of that address's headers,
 * of which a plain host sends none, but one made from a blob inherits the page's.
 *
 * @param url the worker's program: `import url from './worker.ts?worker&url'`
 */
export function confinedWorker(url: string): Worker {
  const source = `import ${JSON.stringify(new URL(url, import.meta.url).href)};`;
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return new Worker(address, { type: 'module' });
}
