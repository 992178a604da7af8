import { shortened } from './printable.ts';

/** Each name in at most `length` characters, different for different names: those that begin alike keep their ends. */
export function shortNames(names: readonly string[], length: number): string[] {
  const atEnd = names.map((name) => shortened(name, length));
  const again = repeated(atEnd);
  const inside = names.map((name, i) => {
    const short = atEnd[i] as string;
    return again.has(short) ? cutInside(name, length) : short;
  });
  const stillAgain = repeated(inside);
  return inside.map((short, i) => {
    if (!stillAgain.has(short)) return short;
    const number = `…${i + 1}`;
    return short.length <= length - number.length
      ? short + number
      : Array.from(short)
          .slice(0, length - number.length)
          .join('') + number;
  });
}

function cutInside(name: string, length: number): string {
  const characters = Array.from(name);
  if (characters.length <= length) return name;
  const tail = Math.floor(length / 2);
  return `${characters.slice(0, length - tail - 1).join('')}…${characters.slice(-tail).join('')}`;
}

function repeated(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const name of names) (seen.has(name) ? again : seen).add(name);
  return again;
}
