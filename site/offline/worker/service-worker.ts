import { KeptSite, pathAt, type SiteFiles } from './kept-site.ts';
import { TAKE_OVER } from './take-over.ts';

// Keeps the whole site. A build takes over when no page of an earlier one is open, or when the only one asks for it.

declare const self: ServiceWorkerGlobalScope;
/** Written in by the build. */
declare const SITE_FILES: SiteFiles;

const { scope } = self.registration;
/** One origin may have several sites. */
const NAME = `backproof ${scope}`;

let opened: Promise<KeptSite> | undefined;

/** The store is opened once, and again if that failed. */
async function site(): Promise<KeptSite> {
  opened ??= caches.open(NAME).then((store) => new KeptSite(scope, SITE_FILES, store, (at, how) => fetch(at, how)));
  opened.catch(() => (opened = undefined));
  return opened;
}

self.addEventListener('install', (event) => event.waitUntil(site().then((kept) => kept.fill())));

self.addEventListener('activate', (event) => {
  const activate = async (): Promise<void> => {
    await (await site()).forgetOthers();
    // The page of the first visit came without a service worker.
    await self.clients.claim();
  };
  event.waitUntil(activate());
});

self.addEventListener('message', (event) => {
  const takeOver = async (): Promise<void> => {
    const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (pages.length === 1) await self.skipWaiting();
  };
  if (event.data === TAKE_OVER) event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathAt(request.url, scope, SITE_FILES);
  if (request.method !== 'GET' || path === null) return;
  event.respondWith(site().then((kept) => kept.file(path)));
});
