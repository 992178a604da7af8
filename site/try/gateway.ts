import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The only way from the browser to any network, for pages, workers and service workers alike. */
export interface Gateway {
  /** of the proxy */
  address: string;
  /** what was asked of another host, and refused */
  readonly strangers: readonly string[];
  /** paths that were asked of the site's host */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** What Chromium asks for itself, whatever page it shows. */
const BROWSER_HOSTS: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'android.clients.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'safebrowsingohttpgateway.googleapis.com',
  'update.googleapis.com',
]);

/** Opens a proxy that leads to one host and writes down what is asked of others. */
export async function openGateway(host: string): Promise<Gateway> {
  const strangers: string[] = [];
  const asked: string[] = [];
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '', 'http://no-proxy-request');
    if (url.host !== host) {
      if (!BROWSER_HOSTS.has(url.hostname)) strangers.push(`${incoming.method} ${url.href}`);
      response.writeHead(502).end();
      return;
    }
    asked.push(url.pathname);
    forward(url, incoming, response);
  });
  // The way of https.
  server.on('connect', (incoming, socket) => {
    const [name = ''] = incoming.url?.split(':') ?? [];
    if (!BROWSER_HOSTS.has(name)) strangers.push(`CONNECT ${incoming.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { address: `http://127.0.0.1:${port}`, strangers, asked, close };
}

function forward(url: URL, incoming: IncomingMessage, response: ServerResponse): void {
  const onward = request(url, { method: incoming.method, headers: incoming.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  incoming.pipe(onward);
}
