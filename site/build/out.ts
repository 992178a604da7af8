import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Marks a folder as one that a build may empty. */
const MARK = '.backproof-site';

/**
 * An empty folder for a build. One that an earlier build made is emptied; any other that holds something is left alone.
 *
 * @throws {Error} The folder holds something that no build put there.
 */
export function emptyOut(folder: string): void {
  const isOurs = existsSync(join(folder, MARK));
  if (existsSync(folder) && !isOurs && readdirSync(folder).length > 0) {
    throw new Error(`${folder} holds files that npm run site did not write: name another folder by --out, or empty it`);
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, MARK), 'Made by npm run site, which may empty this folder.\n');
}

/** Writes a file of the site, in folders that are made as needed. */
export function writeOut(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
