import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { contentType, isCompressible } from './content-types.ts';

export interface ServeOptions {
  /** path under which the site is, `/courses/nn/` */
  base?: string;
  /** 0, the default, takes a free one */
  port?: number;
  /** stands between a file and its reader: for tests */
  alter?: (path: string, bytes: Buffer) => Buffer;
  /** told of each answer, with the size of its body on the way */
  onAnswer?: (path: string, bytes: number) => void;
}

/** A site that is being served, on this machine alone. */
export interface Served {
  /** of the site's root, with the slash at its end */
  address: string;
  close(): Promise<void>;
}

/** Serves a folder as a plain host would: gzipped, without headers of its own making. */
export async function serve(folder: string, options: ServeOptions = {}): Promise<Served> {
  const { base = '/', port = 0 } = options;
  const server = createServer((request, response) => answer(folder, base, options, request, response));
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  const { port: taken } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    // Browsers keep their connections.
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { address: `http://127.0.0.1:${taken}${base}`, close };
}

function answer(
  folder: string,
  base: string,
  { alter, onAnswer }: ServeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  // By hand: to URL `//` begins a host's name, and one that is none is an error.
  const pathname = (request.url ?? '/').replace(/[?#].*$/s, '').replace(/^\/+/, '/');
  const asked = pathname.startsWith(base) ? fileAt(folder, pathname.slice(base.length)) : null;
  if (pathname === base.slice(0, -1) || asked === 'folder') {
    response.writeHead(301, { location: `${pathname}/` }).end();
    return;
  }
  if (asked === null || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`There is nothing here. The site is at ${base}\n`);
    return;
  }
  const path = pathname.slice(base.length);
  const read = readFileSync(asked);
  const plain = alter === undefined ? read : alter(path, read);
  const type = contentType(asked);
  const isGzipped = isCompressible(type) && /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '');
  const body = isGzipped ? gzipSync(plain) : plain;
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 16)}"`;
  const headers = { 'content-type': type, 'cache-control': 'no-cache', etag, vary: 'accept-encoding' };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  onAnswer?.(path, body.length);
  const encoding = isGzipped ? { 'content-encoding': 'gzip' } : {};
  response.writeHead(200, { ...headers, ...encoding, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The file that an address means, `folder` if it lacks the slash at its end; null if there is none in the site. */
function fileAt(folder: string, escaped: string): string | null {
  const path = unescaped(escaped);
  if (path === null) return null;
  const root = resolve(folder);
  const file = resolve(root, path);
  if (file !== root && !file.startsWith(root + sep)) return null;
  if (!existsSync(file)) return null;
  if (!statSync(file).isDirectory()) return path.endsWith('/') ? null : file;
  if (path !== '' && !path.endsWith('/')) return 'folder';
  const index = join(file, 'index.html');
  return existsSync(index) ? index : null;
}

/** A path without its %-escapes, as one under the site's root; null if it cannot be one. */
function unescaped(path: string): string | null {
  try {
    const plain = decodeURIComponent(path);
    return plain.includes('\0') ? null : plain.replace(/^\/+/, '');
  } catch {
    return null;
  }
}
