import { extname } from 'node:path';
import type { Settled } from '../class/class-entry.ts';
import type { RawFile } from '../class/source-hash.ts';

interface Numbered {
  file: RawFile;
  /** the name without the number, `softmax.ts` */
  base: string;
  number: number;
  order: number;
}

const NUMBERED = /^(.+)-(\d{1,3})(\.\w+)$/;
const IMPORT = /(?:from|import)\s*\(?\s*['"]\.\/([^'"\n]+)['"]/g;
const EXPORT = /export\s+(?:async\s+)?(?:function\s*\*?|const|let|var|class)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gu;

/**
 * Takes off the numbers that Canvas adds to a file's name when it is handed in again, `softmax-2.ts`: imports mean the name without.
 * Of several with one name the last counts, unless they define different functions, or are imported with the number in their name:
 * then the number is the student's own.
 *
 * @param files in the order in which they were handed in
 * @param names those whose names Canvas may have changed
 */
export function settleNumbered(files: readonly RawFile[], names: readonly string[]): Settled {
  const changeable = new Set(names);
  const imported = importedBy(files);
  const isFixed = ({ path }: RawFile): boolean => !changeable.has(path) || isImported(path, imported);
  const fixed = files.filter(isFixed);
  const numbered = files.filter((file) => !isFixed(file)).map((file, order) => ({ file, order, ...split(file.path) }));
  const leftOut: Settled['leftOut'] = [];
  const last = numbered.filter((one) => {
    const later = numbered.find((other) => isLater(other, one));
    if (later !== undefined) leftOut.push({ name: one.file.path, why: `an earlier attempt than ${later.file.path}` });
    return later === undefined;
  });
  const taken = new Set(fixed.map(({ path }) => path));
  const renamed = last.map(({ file, base }) => {
    const isAlone = !taken.has(base) && last.every((other) => other.base !== base || other.file === file);
    return isAlone ? { ...file, path: base } : file;
  });
  return { files: [...fixed, ...renamed], leftOut };
}

function isLater(other: Numbered, one: Numbered): boolean {
  if (other.base !== one.base || other.file === one.file) return false;
  const isAfter = other.number > one.number || (other.number === one.number && other.order > one.order);
  return isAfter && (other.number === one.number || definesSame(other.file, one.file));
}

function split(path: string): { base: string; number: number } {
  const found = NUMBERED.exec(path);
  return found === null ? { base: path, number: 0 } : { base: `${found[1]}${found[3]}`, number: Number(found[2]) };
}

function importedBy(files: readonly RawFile[]): Set<string> {
  const texts = files.map(({ bytes }) => Buffer.from(bytes).toString('utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(IMPORT)].map(([, name = '']) => name.normalize('NFC'))));
}

function isImported(path: string, imported: ReadonlySet<string>): boolean {
  const stem = path.slice(0, path.length - extname(path).length);
  return [path, stem, `${stem}.js`].some((name) => imported.has(name));
}

/** Whether two files define a function of one name; of a file in which none is seen, nobody can tell. */
function definesSame(a: RawFile, b: RawFile): boolean {
  const [own, others] = [exportsOf(a), exportsOf(b)];
  return own.size === 0 || others.size === 0 || [...own].some((name) => others.has(name));
}

function exportsOf({ bytes }: RawFile): Set<string> {
  return new Set([...Buffer.from(bytes).toString('utf8').matchAll(EXPORT)].map(([, name = '']) => name));
}
