import { statSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';

/** A parser of folders for results, so that a typing error shows before the measuring and not after. */
export function existingFolder(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new InvalidArgumentError('Expected a folder that exists.');
  }
  return path;
}
