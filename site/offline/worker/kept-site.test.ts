import { expect, test } from 'vitest';
import { hashOf, KeptSite, pathAt, type SiteFiles, type Store } from './kept-site.ts';

const ROOT = 'https://host.example/courses/nn/';
const encoder = new TextEncoder();

test('an address means the file that a plain host would answer with', () => {
  const files = {
    'index.html': 'a',
    'formulas/softmax.html': 'b',
    'data/index.html': 'c',
    'data/s%C3%B6ften.json': 'd',
  };
  const at = (address: string) => pathAt(new URL(address, ROOT).href, ROOT, files);
  expect(at('')).toBe('index.html');
  expect(at('?a=1#b')).toBe('index.html');
  expect(at('formulas/softmax.html?x=/')).toBe('formulas/softmax.html');
  expect(at('data/')).toBe('data/index.html');
  expect(at('data/söften.json')).toBe('data/s%C3%B6ften.json');
  for (const other of ['data', '/courses/', '../mm/index.html', 'toString', '%', 'https://other.example/courses/nn/']) {
    expect(at(other), other).toBeNull();
  }
});

test('a build is fetched whole, and answers without a network then', async () => {
  const { site, server } = await built({ 'index.html': 'one', 'data/a.json': '[1]' });
  await site.fill();
  server.clear();
  expect(await text(site, 'index.html')).toBe('one');
  expect(await text(site, 'data/a.json')).toBe('[1]');
  expect((await site.file('data/a.json')).headers.get('content-type')).toBe('application/json');
});

test('what another build shares is not fetched again, and what it has not is forgotten', async () => {
  const store = memory();
  const { site } = await built({ 'same.js': 'same', 'index.html': 'one', 'old.html': 'old' }, store);
  await site.fill();
  const { site: next, asked } = await built({ 'same.js': 'same', 'index.html': 'two' }, store);
  await next.fill();
  expect(asked).toEqual(['index.html']);
  // Until it takes over, the earlier one is whole.
  expect([await text(site, 'index.html'), await text(next, 'index.html')]).toEqual(['one', 'two']);
  await next.forgetOthers();
  expect(await store.keys()).toHaveLength(2);
});

test('what the server has of another build is refused, and what came before it is kept', async () => {
  const { site, server, asked } = await built({ 'a.json': '1', 'b.json': '2' });
  server.set('b.json', '3');
  await expect(site.fill()).rejects.toThrow('b.json: the server has another build');
  server.set('b.json', '2');
  asked.length = 0;
  await site.fill();
  expect(asked).toEqual(['b.json']);
});

test('a file that the browser lost is fetched anew, and only as the build has it', async () => {
  const { site, server, store } = await built({ 'a.json': '1' });
  await site.fill();
  for (const { url } of await store.keys()) await store.delete(url);
  expect(await text(site, 'a.json')).toBe('1');
  for (const { url } of await store.keys()) await store.delete(url);
  server.set('a.json', '2');
  await expect(site.file('a.json')).rejects.toThrow('another build');
  server.clear();
  await expect(site.file('a.json')).rejects.toThrow('a.json: the server answers 404');
});

/** A build of these files, a server that has them, and what is asked of it. */
async function built(contents: Record<string, string>, store = memory()) {
  const server = new Map(Object.entries(contents));
  const files: Record<string, string> = {};
  for (const [path, content] of server) files[path] = await hashOf(encoder.encode(content));
  const asked: string[] = [];
  const fetch = async (address: string): Promise<Response> => {
    const path = address.slice(ROOT.length);
    asked.push(path);
    const content = server.get(path);
    if (content === undefined) return new Response('', { status: 404 });
    return new Response(content, { headers: { 'content-type': 'application/json' } });
  };
  return { site: new KeptSite(ROOT, files satisfies SiteFiles, store, fetch), server, asked, store };
}

function memory(): Store {
  const kept = new Map<string, Response>();
  return {
    match: async (address) => kept.get(address)?.clone(),
    put: async (address, response) => void kept.set(address, response),
    keys: async () => Array.from(kept.keys(), (url) => ({ url })),
    delete: async (address) => kept.delete(address),
  };
}

async function text(site: KeptSite, path: string): Promise<string> {
  return (await site.file(path)).text();
}
