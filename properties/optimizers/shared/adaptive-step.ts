import { nth } from '../../values/nth.ts';
import type { Vector } from '../../values/value.ts';

/** theta less the rate times a ratio of direction and accumulator, element by element, as students write optimizers. */
export function stepped(
  theta: Vector,
  rate: number,
  direction: Vector,
  accumulator: Vector,
  ratio: (direction: number, accumulator: number) => number,
): Vector {
  return theta.map((x, i) => x - rate * ratio(nth(direction, i), nth(accumulator, i)));
}
