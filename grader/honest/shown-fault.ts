import { fromJson } from '../../properties/values/value.ts';
import type { ExerciseRecord } from '../record/record.ts';

/** The relative difference that a reader sees at a glance. */
const VISIBLE = 1e-3;

/** Names of what goes wrong across the samples of a batch, which the first argument holds. */
const OVER_BATCH =
  /\/(summed|per-sample|over-(all|batch|features|parameters|units)|divided-by-(elements|units)|averaged-over-classes)$/;
/** `summed` over something else than a batch. */
const NO_BATCH = /^(chainRule|globalAveragePool2d|reduce\w+)\//;
/** Names of two axes that changed places, where a square shows it better than a shape. */
const TRANSPOSED = /\/(weights-transposed|kernel-transposed|transposed|channels-swapped)$/;

/** Names of what changes mild results by next to nothing. */
const SMALL = /\/(epsilon-in-logarithm|other-default)$/;

/** Names of what leaves a softmax without a term in every case that shows it, so that NaN may be all there is to show. */
const NOTHING_LEFT = /\/causal-strict$/;

/** What a counterexample leaves unclear about the fault that is named beside it: rules for readers, whatever chose it. */
export function unclearIn({ misconception, status, counterexample }: ExerciseRecord, isNoise: boolean): string[] {
  if (misconception === null || counterexample === null) return [];
  const { args } = counterexample;
  const [got, expected] = [fromJson(counterexample.got), fromJson(counterexample.expected)];
  const isNumber = typeof got === 'number' && typeof expected === 'number';
  const unclear: string[] = [];
  if (OVER_BATCH.test(misconception) && !NO_BATCH.test(misconception) && (args[0] as unknown[]).length < 2)
    unclear.push('a batch of one');
  if (TRANSPOSED.test(misconception) && !isNumber) unclear.push('two shapes, and no elements that changed places');
  if (isNumber && Number.isFinite(expected)) {
    if (status === 'wrong' && !Number.isFinite(got) && !NOTHING_LEFT.test(misconception))
      unclear.push(`got ${got} for mild input`);
    const size = Math.max(Math.abs(got), Math.abs(expected));
    if (!isNoise && !SMALL.test(misconception) && Number.isFinite(got) && Math.abs(got - expected) < VISIBLE * size)
      unclear.push(`got ${got} and expected ${expected}, which look the same`);
  }
  return unclear;
}
