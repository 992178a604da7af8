import { TAKE_OVER } from './worker/take-over.ts';

/**
 * Keeps the whole site in the browser, so that it works without a network from then on. A build that was fetched at an
 * earlier visit is taken over at once, if no other page is open. Never rejects: without it the site works as well.
 *
 * @param root address of the site's root
 * @param ready when the page has what it needs itself: fetching the rest must not delay it
 */
export async function keepOffline(root: URL, ready: Promise<unknown>): Promise<void> {
  // Absent from pages that did not come by https.
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (container === undefined || savesData()) return;
  reloadAtUpdate(container);
  try {
    const registered = await container.getRegistration(root);
    registered?.waiting?.postMessage(TAKE_OVER);
    await ready;
    await container.register(new URL('service-worker.js', root));
  } catch {
    // Forbidden by the person, or no network.
  }
}

/** A page never goes on with the files of another build than its own. */
function reloadAtUpdate(container: ServiceWorkerContainer): void {
  let isKept = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (isKept) location.reload();
    isKept = true;
  });
}

/** The person asked the browser to load as little as possible. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
