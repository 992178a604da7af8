import { element } from '../shared/dom.ts';
import type { Files } from './files.ts';
import { packed } from './zip.ts';

/** Hands the work to the browser as a zip to save. */
export function downloadZip(name: string, files: Files): void {
  const address = URL.createObjectURL(new Blob([packed(files)], { type: 'application/zip' }));
  element('a', { href: address, download: `${name.replace(/[^\w.-]+/g, '-')}.zip` }).click();
  // The download has begun by then, in every browser.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Types of the File System Access API, which not every browser has. */
interface PicksFolders {
  showDirectoryPicker?: (options: { mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}

/** Whether the browser lets a page write into a folder that somebody chose. */
export function canWriteFolders(): boolean {
  return (window as PicksFolders).showDirectoryPicker !== undefined;
}

/** Asks for a folder; null if none is chosen. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await (window as PicksFolders).showDirectoryPicker?.({ mode: 'readwrite' })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Those of the files that are in the folder already, with another text. */
export async function differingIn(folder: FileSystemDirectoryHandle, files: Files): Promise<string[]> {
  const differing: string[] = [];
  for (const { path, code } of files) {
    const there = await handleOf(folder, path, false).catch(() => null);
    if (there !== null && (await (await there.getFile()).text()) !== code) differing.push(path);
  }
  return differing;
}

export async function writeInto(folder: FileSystemDirectoryHandle, files: Files): Promise<void> {
  for (const { path, code } of files) {
    const stream = await (await handleOf(folder, path, true)).createWritable();
    await stream.write(code);
    await stream.close();
  }
}

async function handleOf(
  folder: FileSystemDirectoryHandle,
  path: string,
  create: boolean,
): Promise<FileSystemFileHandle> {
  const steps = path.split('/');
  const name = steps.pop() ?? path;
  let inside = folder;
  for (const step of steps) inside = await inside.getDirectoryHandle(step, { create });
  return inside.getFileHandle(name, { create });
}
