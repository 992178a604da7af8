import { createHash } from 'node:crypto';

/** Letters, digits, dots, dashes and underscores, starting with a letter or digit: a name on every file system. */
const SAFE = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$/;
/** Windows keeps these for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A file name without extension for each id, safe on every system and different for different ids, even if the file
 * system ignores case. An id that is safe is its own name; any other becomes what is left of it and a part of its hash.
 */
export function safeNames(ids: readonly string[]): Map<string, string> {
  const plain = new Map<string, number>();
  for (const id of ids) if (isSafe(id)) plain.set(id.toLowerCase(), (plain.get(id.toLowerCase()) ?? 0) + 1);
  const isAlone = (id: string): boolean => isSafe(id) && plain.get(id.toLowerCase()) === 1;
  return new Map(ids.map((id) => [id, isAlone(id) ? id : hashedName(id, plain)]));
}

function isSafe(id: string): boolean {
  return SAFE.test(id) && !RESERVED.test(id);
}

function hashedName(id: string, taken: ReadonlyMap<string, number>): string {
  const left = id
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const hash = createHash('sha256').update(id).digest('hex');
  // Somebody may choose an id that looks like this name; then the whole hash.
  const short = `${left || 'student'}-${hash.slice(0, 12)}`;
  return taken.has(short.toLowerCase()) ? `${left || 'student'}-${hash}` : short;
}
