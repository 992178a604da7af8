import { FakeJudge } from './fake-judge-fixture.ts';
import { start } from './start.ts';

// The page with a judge that needs no oracles.
const host = document.querySelector<HTMLElement>('#playground');
if (host !== null)
  await start({
    host,
    root: new URL('./', location.href),
    makeJudge: () => Promise.resolve(new FakeJudge()),
    judged: () => undefined,
  });
