import type fc from 'fast-check';
import { expectClose, type Law, law } from '../entry/law.ts';
import { nth } from '../values/nth.ts';
import { isRecord, type Tree, type Value } from '../values/value.ts';

/** A formula whose result holds one item per sample. */
type BatchFormula = (...args: any[]) => Tree<number>;

interface SampleIndependence<F extends BatchFormula> {
  /** the sentence; default 'a sample does not depend on the others' */
  name?: string;
  /** the positions of the arguments that hold one item per sample; default [0], the first argument alone */
  batched?: readonly number[];
  /** the result for sample n, from that for the batch; default: item n of an array, or of each field of a record */
  resultOf?: (result: ReturnType<F>, n: number, args: Parameters<F>) => Value;
}

/** The law that a batch gives each sample the result that the sample gets in a batch of its own. */
export function sampleIndependence<F extends BatchFormula>(
  inputs: fc.Arbitrary<Parameters<F>>,
  { name = 'a sample does not depend on the others', batched = [0], resultOf = batchOfOne }: SampleIndependence<F> = {},
): Law<F> {
  return law<F, Parameters<F>>(name, inputs, async (f, ...args) => {
    const together = await f(...args);
    for (let n = 0; n < batchSize(args[nth(batched, 0)]); n++) {
      const alone = args.map((arg, i) => (batched.includes(i) ? batchOfOne(arg, n) : arg)) as Parameters<F>;
      const allowed = f.allowed(...alone);
      expectClose(await f(...alone), resultOf(together, n, args), allowed, allowed);
    }
  });
}

function batchSize(batch: Value): number {
  if (!Array.isArray(batch)) throw new TypeError('the first of the batched arguments must be an array');
  return batch.length;
}

/** Sample n of a batch, as a batch of one: of an array, or of each field of a record. */
function batchOfOne(batch: Value, n: number): Value {
  if (Array.isArray(batch)) return [nth(batch, n)];
  if (isRecord(batch)) {
    return Object.fromEntries(Object.entries(batch).map(([name, field]) => [name, batchOfOne(field, n)]));
  }
  throw new TypeError('a batch is an array, or a record of arrays');
}
