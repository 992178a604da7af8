import { messageOf } from '../../accelerated/error-message.ts';
import { loadEntries } from '../../properties/entry/entries.ts';
import type { Entry } from '../../properties/entry/entry.ts';
import { computeOnDevice, computeReference, type Device } from './compute.ts';
import { describe } from './describe.ts';
import type { Question, Told } from './messages.ts';

// Each implementation has a worker of its own, as each backend has a process of its own in Node: one that hangs is ended
// alone, and a backend that breaks spoils no other.

let queue: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<Question>) => {
  // One after the other: on a device two must not interleave.
  queue = queue.then(() => answer(data));
};

async function answer(question: Question): Promise<void> {
  const { id, name } = question;
  try {
    const [located] = await loadEntries(new Set([name]));
    if (!located) throw new Error(`unknown formula ${name}`);
    const { entry } = located;
    if (question.kind === 'describe') return tell({ id, kind: 'described', description: describe(entry) });
    const { implementation, input } = question;
    if (implementation === 'reference') {
      tell({ id, kind: 'began' });
      return tell({ id, kind: 'computed', computed: computeReference(entry, input) });
    }
    const device = await started(entry, implementation);
    tell({ id, kind: 'began' });
    tell({ id, kind: 'computed', computed: await computeOnDevice(entry, device, input) });
  } catch (error) {
    // A formula refuses arguments by a TypeError or a RangeError; any other error comes from below it.
    const refused = error instanceof TypeError || error instanceof RangeError;
    tell({ id, kind: refused ? 'refused' : 'failed', message: messageOf(error) });
  }
}

async function started(entry: Entry, name: Device['name']): Promise<Device> {
  if (!entry.accelerated) throw new Error(`${entry.id} has no version over TensorFlow.js`);
  const { startBackend } = await import('../../accelerated/backends.ts');
  const { description } = await startBackend(name);
  return { name, description, module: await entry.accelerated() };
}

function tell(told: Told): void {
  self.postMessage(told);
}
