import { readdirSync, readFileSync } from 'node:fs';
import { moduleAt, sourceFile } from './source-files.ts';

// The project's own files, as Node finds them.

/** The names of what is in a folder of the sources, `properties/losses`, in no order; none if there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(sourceFile(folder));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

/** Loads a module of the sources, `properties/losses/mean-squared-error.ts`. */
export async function loadModule(path: string): Promise<unknown> {
  return import(moduleAt(new URL(`../${path}`, import.meta.url)).href);
}

/** The text of a file of the sources. */
export function textOf(path: string): string {
  return readFileSync(sourceFile(path), 'utf8');
}
