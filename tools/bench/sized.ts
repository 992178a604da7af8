import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nameOf } from '../../properties/entry/entries.ts';
import type { Internal } from '../../properties/parameters/codec.ts';
import type { Draw } from './draw.ts';
import type { Size } from './size.ts';

/** Makes the argument list of a formula at a size. */
export type Sized = (size: Size, draw: Draw) => Internal[];

const ROOT = fileURLToPath(new URL('./sizes', import.meta.url));

/** The formulas that are measured: the paths of the files in sizes/, sorted. */
export function sizedPaths(): string[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((topic) => topic.isDirectory())
    .flatMap((topic) =>
      readdirSync(join(ROOT, topic.name))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${topic.name}/${file.slice(0, -'.ts'.length)}`),
    )
    .sort();
}

/** What makes the arguments of the formula at that path. */
export async function loadSized(path: string): Promise<Sized> {
  const module = (await import(pathToFileURL(join(ROOT, `${path}.ts`)).href)) as Record<string, Sized | undefined>;
  const sized = module[nameOf(path)];
  if (!sized) throw new Error(`tools/bench/sizes/${path}.ts: expected an export named ${nameOf(path)}`);
  return sized;
}
