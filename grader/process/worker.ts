import type { FromWorker, ToWorker } from './protocol.ts';
import { serve } from './serve.ts';
import { startWatchdog } from './watchdog.ts';

// The process that runs submissions.

const take = serve({ send, startWatchdog, cpuMs });
process.on('message', (message: ToWorker) => take(message));
process.on('disconnect', () => process.exit(0));

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function send(message: FromWorker): Promise<void> {
  return new Promise((resolve) => {
    if (!process.send) throw new Error('this process has no parent to answer');
    process.send(message, undefined, undefined, () => resolve());
  });
}
