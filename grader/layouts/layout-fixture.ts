import { LIMITS } from '../class/class-fixture.ts';
import type { Submission } from '../class/submission.ts';
import { openClass, type WantedLayout } from './open-class.ts';

/** Every submission of a class, by id. */
export async function readAll(
  folder: string,
  limits = LIMITS,
  wanted?: WantedLayout,
): Promise<Record<string, Submission>> {
  const all: Record<string, Submission> = {};
  const opened = await openClass(folder, wanted);
  try {
    for (const entry of opened.entries) all[entry.id] = await opened.read(entry, limits);
  } finally {
    await opened.close();
  }
  return all;
}
