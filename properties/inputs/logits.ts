import fc from 'fast-check';
import type { Matrix, Vector } from '../values/value.ts';
import { grid, numbers, size, take } from './inputs.ts';

/** Up to 4 rows of up to 5 mild logits. */
export const logits: fc.Arbitrary<Matrix> = fc
  .tuple(size(4), size(5), numbers())
  .map(([n, c, drawn]) => take(drawn).matrix(n, c));

/** Logits on a grid, so that adding a number of the same grid rounds nothing. */
export const gridLogits: fc.Arbitrary<Matrix> = fc
  .tuple(size(4), size(5), numbers(grid))
  .map(([n, c, drawn]) => take(drawn).matrix(n, c));

/** A row of a size from 1e2 to 1e30, every other entry masked by -Infinity where asked for. */
function largeRow(masks: fc.Arbitrary<boolean>): fc.Arbitrary<Vector> {
  return fc
    .tuple(fc.constantFrom(1e2, 1e3, 1e5, 1e10, 1e30), fc.array(grid, { minLength: 1, maxLength: 5 }), masks)
    .map(([scale, row, masked]) => row.map((z, i) => (masked && i % 2 === 1 ? -Infinity : Math.fround(z * scale))));
}

function largeRows(masks: fc.Arbitrary<boolean>): fc.Arbitrary<Matrix> {
  return fc
    .tuple(size(3), fc.array(largeRow(masks), { minLength: 3, maxLength: 3 }))
    .map(([n, rows]) => rows.slice(0, n).map((row) => take(row).vector(rows[0]?.length ?? 1)));
}

/** Rows of sizes from 1e2 to 1e30, each of its own. */
export const largeLogits: fc.Arbitrary<Matrix> = largeRows(fc.constant(false));

/** The same, some masked by -Infinity, none masked all over. */
export const extremeLogits: fc.Arbitrary<Matrix> = largeRows(fc.boolean());
