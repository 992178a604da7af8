import type { Misconception, WrongForm } from '../entry/entry.ts';
import type { Augment } from './augment.ts';
import { type AugmentOptions, columnsOf, rowsOf } from './shared/augment-options.ts';

interface Parts {
  /** the flip that turns each column upside down */
  vertical?: string;
  /** the flip that reads each row backwards */
  horizontal?: string;
  /** a list moved by a number of places, with `empty` where nothing is */
  moved?: <T>(list: readonly T[], by: number, empty: T) => T[];
}

/** Crops, flips and shifts, with some of their parts exchanged. Noise is not looked at. */
function withParts({
  vertical = 'vertical',
  horizontal = 'horizontal',
  moved = movedAside,
}: Parts): WrongForm<Augment> {
  return (x, { top, left, flip, down, right, noise, ...crop }) => {
    if (noise > 0) return undefined;
    const [height, width] = keptOf(crop, rowsOf(x) - top, columnsOf(x) - left);
    const turned = <T>(list: T[], word: string): T[] => (flip === word || flip === 'both' ? list.toReversed() : list);
    return x.map((image) => {
      const black = image[0]?.[0]?.map(() => 0) ?? [];
      const rows = turned(image.slice(top, top + height), vertical);
      const blackRow = Array.from({ length: columnsOf(x) }, () => black);
      return moved(rows, down, blackRow).map((row) =>
        moved(turned(row.slice(left, left + width), horizontal), right, black),
      );
    });
  };
}

/** The rows and columns that are kept, which have no default of their own. */
function keptOf({ height, width }: AugmentOptions, rows: number, columns: number): [height: number, width: number] {
  return [height ?? rows, width ?? columns];
}

function movedAside<T>(list: readonly T[], by: number, empty: T): T[] {
  return list.map((_, i) => list[i - by] ?? empty);
}

function movedAround<T>(list: readonly T[], by: number, empty: T): T[] {
  const { length } = list;
  return list.map((_, i) => list[(((i - by) % length) + length) % length] ?? empty);
}

export const misconceptions: readonly Misconception<Augment>[] = [
  {
    id: 'augment/flips-exchanged',
    title: 'horizontal and vertical flips are exchanged',
    hint: 'A horizontal flip exchanges left and right: read each row backwards. A vertical one reverses the order of the rows.',
    caughtBy: 'a horizontal flip reads each row backwards',
    implementation: withParts({ vertical: 'horizontal', horizontal: 'vertical' }),
  },
  {
    id: 'augment/wraps-around',
    title: 'what a shift moves out comes in on the other side',
    hint: 'Pixels that move out of the image are lost, and zeros come in on the other side.',
    caughtBy: 'a shift down by one brings in a row of zeros above',
    implementation: withParts({ moved: movedAround }),
  },
  {
    id: 'augment/shifted-back',
    title: 'images move up and to the left',
    hint: 'With down and right above 0 each pixel gets a larger row and a larger column.',
    caughtBy: 'a shift down by one brings in a row of zeros above',
    implementation: withParts({ moved: (list, by, empty) => movedAside(list, -by, empty) }),
  },
];
