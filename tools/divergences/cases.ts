import { readdirSync } from 'node:fs';
import type { Case } from './case.ts';

const FOLDER = new URL('cases/', import.meta.url);

/** The cases of every file in cases/, in the order of the files. */
export async function loadCases(): Promise<Case[]> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(
    files.sort().map(async (file) => (await import(new URL(file, FOLDER).href)) as { cases: readonly Case[] }),
  );
  return modules.flatMap(({ cases }) => cases);
}
