import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Copies one file from a folder to another, which is made if it is missing. */
export async function cpFile(from: string, to: string, name: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await copyFile(join(from, name), join(to, name));
}
