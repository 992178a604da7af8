import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serve } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'backproof-serve-'));
const answers: [string, number][] = [];
let served: Served;

beforeAll(async () => {
  mkdirSync(join(folder, 'site', 'data'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'site-secret.txt'), 'secret');
  for (const name of ['index.html', 'a.js', 'a.wasm', 'data/index.html', 'ä b.json']) {
    writeFileSync(join(folder, 'site', name), name.repeat(1000));
  }
  served = await serve(join(folder, 'site'), {
    base: '/courses/nn/',
    onAnswer: (path, bytes) => answers.push([path, bytes]),
  });
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['', 'text/html; charset=utf-8', 'index.html'],
  ['index.html?a#b', 'text/html; charset=utf-8', 'index.html'],
  ['data/', 'text/html; charset=utf-8', 'data/index.html'],
  ['a.js', 'text/javascript; charset=utf-8', 'a.js'],
  ['a.wasm', 'application/wasm', 'a.wasm'],
  ['%C3%A4%20b.json', 'application/json; charset=utf-8', 'ä b.json'],
])('%s is answered as %s', async (path, type, content) => {
  const response = await fetch(served.address + path);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  expect(await response.text()).toBe(content.repeat(1000));
});

test.each(['/courses/nn', '/courses/nn/data'])('%s leads to the folder', async (path) => {
  const response = await fetch(new URL(path, served.address), { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([301, `${path}/`]);
});

test.each([
  '/',
  '//',
  '//[/',
  '/courses/nn/../../secret.txt',
  '/courses/nn/..%2fsecret.txt',
  '/courses/nn/%2e%2e/secret.txt',
  '/courses/nn/data%2f..%2f..%2fsecret.txt',
  '/courses/nn/..%2fsite-secret.txt',
  '/courses/nn//etc/passwd',
  '/courses/nn/%00',
  '/courses/nn/%',
  '/courses/nn/index.html/',
])('%s is not in the site', async (path) => {
  expect(await rawStatus(path)).toBe(404);
});

test('a file travels compressed, and only once while it stays the same', async () => {
  answers.length = 0;
  const first = await fetch(`${served.address}a.js`);
  expect(first.headers.get('content-encoding')).toBe('gzip');
  const etag = first.headers.get('etag') ?? '';
  const second = await fetch(`${served.address}a.js`, { headers: { 'if-none-match': etag } });
  expect(second.status).toBe(304);
  expect(answers).toEqual([['a.js', Number(first.headers.get('content-length'))]]);
  expect(answers[0]?.[1]).toBeLessThan(1000);
});

/** By hand, since `fetch` resolves the dots itself. */
async function rawStatus(path: string): Promise<number | undefined> {
  const { port } = new URL(served.address);
  return new Promise((done, fail) => {
    request({ port, path, host: '127.0.0.1' }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .on('error', fail)
      .end();
  });
}
