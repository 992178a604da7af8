import { keepOffline } from './keep-offline.ts';

// What every page loads whose own script does not say when the rest of the site may be fetched.

const IDLE_MS = 2000;

const loaded = new Promise<void>((done) => {
  if (document.readyState === 'complete') done();
  else addEventListener('load', () => done(), { once: true });
});
// Not every browser says when it is idle.
const idle = loaded.then(() => new Promise((done) => setTimeout(done, IDLE_MS)));
void keepOffline(new URL(/* @vite-ignore */ '../', import.meta.url), idle);
