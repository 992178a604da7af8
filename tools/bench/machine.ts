import { availableParallelism, cpus } from 'node:os';

/** What measured, in a few words: `Node 20.20.2 on 2 cores of …`. */
export function machine(): string {
  return `Node ${process.versions.node} on ${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown processor'}`;
}
