import { statSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';

/** A parser of folders that results go to, so that a slip shows before the measuring and not after. */
export function existingFolder(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new InvalidArgumentError('Expected a folder that exists.');
  }
  return path;
}
