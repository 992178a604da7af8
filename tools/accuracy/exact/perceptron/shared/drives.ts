import { type Big, dot } from '../../../big.ts';

/** x W + b, for each row of x. */
export function exactDrives(
  x: readonly (readonly Big[])[],
  w: readonly (readonly Big[])[],
  b: readonly Big[],
): Big[][] {
  return x.map((row) =>
    b.map((bias, j) =>
      dot(
        row,
        w.map((weights) => weights[j] as Big),
      ).plus(bias),
    ),
  );
}
