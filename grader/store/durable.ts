import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const BATCH = 256 * 1024;
/** What holds hidden inputs is for its owner alone. */
export const PRIVATE = 0o600;

/**
 * Writes a file whole: to a temporary one beside it, synced, then renamed over it. A kill at any moment leaves the old file
 * or the new one, never a part.
 */
export async function replaceFile(
  folder: string,
  name: string,
  chunks: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const temporary = join(folder, `${name}.tmp`);
  try {
    // What is there is left over from a run that was killed, or a link that leads elsewhere: never write through it.
    await rm(temporary, { force: true, recursive: true });
    const handle = await open(temporary, 'wx', PRIVATE);
    try {
      let batch = '';
      for await (const chunk of chunks) {
        batch += chunk;
        if (batch.length < BATCH) continue;
        await handle.appendFile(batch);
        batch = '';
      }
      await handle.appendFile(batch);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, join(folder, name));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/** Makes what was created, renamed or removed in a folder durable. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
