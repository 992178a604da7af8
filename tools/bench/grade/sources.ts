import { readFileSync } from 'node:fs';

/** The four exercises of the figures. */
export const EXERCISES = ['softmax', 'categoricalCrossEntropy', 'adam', 'conv2d'] as const;

/** A source that is right in all exercises. */
export const RIGHT = readFileSync(new URL('./right.ts', import.meta.url), 'utf8');

/** A source that computes a misconception: the right one with a piece of it changed. */
interface Wrong {
  misconception: string;
  source: string;
}

/** One wrong source for each exercise. */
export const WRONG: readonly Wrong[] = [
  written(
    'softmax/base-two',
    'const powers = row.map((z) => Math.exp(z - max))',
    'const powers = row.map((z) => 2 ** (z - max))',
  ),
  written('categoricalCrossEntropy/summed', 'return sum / y.length', 'return sum'),
  written('adam/no-bias-correction', 'at(m, i) / (1 - beta1 ** t)', 'at(m, i)', '/ (1 - beta2 ** t)', ''),
  written('conv2d/kernel-flipped', 'at(at(kernel, u), v)', 'at(at(kernel, kh - 1 - u), kw - 1 - v)'),
];

/** The same source as another student would hand it in: equal sources are judged once, and similar ones are noted. */
export function ownSource(source: string, student: number): string {
  return `${source}\n// handed in by student ${student}\nconst seat = ${student};\nvoid seat;\n`;
}

/** @param pieces what is replaced, each followed by its replacement */
function written(misconception: string, ...pieces: string[]): Wrong {
  let source = RIGHT;
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = pieces[i] as string;
    if (!source.includes(piece))
      throw new Error(`right.ts no longer holds '${piece}', which ${misconception} replaces`);
    source = source.replace(piece, pieces[i + 1] as string);
  }
  return { misconception, source };
}
