import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './fault.ts';
import { TREES } from './tree-files.ts';

const GUIDE = 'CONTRIBUTING.md';

/**
 * Where CONTRIBUTING.md has fallen behind the files: its TypeScript is taken from them, each block headed by its path, and
 * the paths that it names in backticks exist.
 */
export function checkGuide(root: string): Fault[] {
  if (!existsSync(join(root, GUIDE))) return [];
  const lines = readFileSync(join(root, GUIDE), 'utf8').split('\n');
  return [...checkBlocks(root, lines), ...checkPaths(root, lines)];
}

function checkBlocks(root: string, lines: readonly string[]): Fault[] {
  return lines.flatMap((heading, i) => {
    const path = /^```ts\s*(.*)$/.exec(heading)?.[1];
    if (path === undefined) return [];
    const fault = (line: number, message: string): Fault[] => [{ path: GUIDE, line, message }];
    if (path === '')
      return fault(i + 1, 'a block of TypeScript names no file: head it with the path that it is taken from');
    if (!existsSync(join(root, path))) return fault(i + 1, `its code is said to be from ${path}, which does not exist`);
    const block = lines.slice(i + 1, lines.indexOf('```', i + 1));
    const stale = firstStale(block, readFileSync(join(root, path), 'utf8').split('\n'));
    return stale === null ? [] : fault(i + 2 + stale, `${path} does not have '${block[stale]?.trim()}' here`);
  });
}

/** The first line of a block that the file does not have in this place; a line `…` skips any number of lines. */
function firstStale(block: readonly string[], file: readonly string[]): number | null {
  let next = 0;
  let skips = true;
  for (const [i, line] of block.entries()) {
    if (/^\s*(\/\/ )?…$/.test(line)) {
      skips = true;
      continue;
    }
    const at = skips ? startOf(block.slice(i), file, next) : next;
    if (at < 0 || file[at] !== line) return i;
    next = at + 1;
    skips = false;
  }
  return null;
}

/** Where the lines up to the next skip begin in the file; where they do not, the first line like the first of them. */
function startOf(rest: readonly string[], file: readonly string[], from: number): number {
  const end = rest.findIndex((line) => /^\s*(\/\/ )?…$/.test(line));
  const wanted = end < 0 ? rest : rest.slice(0, end);
  const starts = file.flatMap((line, at) => (at >= from && line === wanted[0] ? [at] : []));
  return starts.find((at) => wanted.every((line, k) => file[at + k] === line)) ?? starts[0] ?? -1;
}

function checkPaths(root: string, lines: readonly string[]): Fault[] {
  return lines.flatMap((line, i) =>
    [...line.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].flatMap(([, path = '']) => {
      const isOurs = TREES.concat('docs').includes(path.slice(0, path.indexOf('/')));
      if (!isOurs || existsSync(join(root, path))) return [];
      return [{ path: GUIDE, line: i + 1, message: `it names ${path}, which does not exist` }];
    }),
  );
}
