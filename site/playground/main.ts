import { keepOffline } from '../offline/keep-offline.ts';
import { pageElement } from '../shared/page-element.ts';
import type { Judge } from './judge.ts';
import { start } from './start.ts';

const root = new URL('./', location.href);
let judged = (): void => undefined;
const firstVerdict = new Promise<void>((resolve) => {
  judged = resolve;
});

async function newJudge(): Promise<Judge> {
  const { Engine } = await import('../engine/engine.ts');
  return new Engine(root);
}

// The first one is loaded while the editor is put together; a fault shows itself at the first test.
let first: Promise<Judge> | null = newJudge();
first.then((judge) => judge.warm([])).catch(() => undefined);

void keepOffline(root, firstVerdict);
await start({
  host: pageElement('#playground'),
  root,
  makeJudge: () => {
    const made = first ?? newJudge();
    first = null;
    return made;
  },
  judged,
});
