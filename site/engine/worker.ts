import type { ToWorker } from '../../grader/process/protocol.ts';
import { serve } from '../../grader/process/serve.ts';

// The Web Worker that runs submissions: the messages of the child process in worker.ts of grader/process.

const take = serve({
  send: async (message) => globalThis.postMessage(message),
  // The page watches: see watch.ts.
  startWatchdog: () => undefined,
  cpuMs: () => performance.now(),
});
globalThis.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => take(data));
