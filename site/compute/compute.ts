import type { BackendName } from '../../accelerated/backend-names.ts';
import type { Entry } from '../../properties/entry/entry.ts';
import { gradientByAutodiff, gradientByHand, gradientOnDevice } from '../../properties/entry/gradient.ts';
import { boundOf, plain, plainAsync } from '../../properties/entry/subject.ts';
import type { Internal } from '../../properties/parameters/codec.ts';
import { formatOf } from '../../properties/rounding/backend-format.ts';
import { float64 } from '../../properties/values/format.ts';
import { mapNumbers, zipNumbers } from '../../properties/values/tree.ts';
import type { Value } from '../../properties/values/value.ts';
import { agreementOf, unboundedAgreement } from './agreement.ts';
import type { Agreement, Computed, ComputedGradient, Input } from './messages.ts';

/** The value of the reference, and its gradient if the formula has one. @throws what the formula refuses its arguments by */
export function computeReference(entry: Entry, input: Input): Computed {
  const start = performance.now();
  const value = plain(entry, entry.reference)(input.args);
  const gradient = entry.gradient ? referenceGradient(entry, value, input) : null;
  return {
    description: 'the reference, float64',
    value,
    agreement: null,
    gradient,
    milliseconds: performance.now() - start,
  };
}

function referenceGradient(entry: Entry, value: Value, { args, upstream = ones(value) }: Input): ComputedGradient {
  try {
    return { upstream, value: gradientByHand(entry, upstream, args), agreement: null, refused: null };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { upstream, value: null, agreement: null, refused: error.message };
  }
}

/** What sums the numbers of a result: a weight of 1 for each. */
function ones(value: Value): Value {
  return mapNumbers(value, () => 1);
}

/** A backend that is running, and the formula's module for it. */
export interface Device {
  name: BackendName;
  description: string;
  module: Readonly<Record<string, unknown>>;
}

/** The value on a device beside that of the reference, and the gradients likewise. */
export async function computeOnDevice(
  entry: Entry,
  { name, description, module }: Device,
  input: Input,
): Promise<Computed> {
  const reference = computeReference(entry, input);
  const format = formatOf(name);
  const start = performance.now();
  const value = await plainAsync(entry, module[entry.id] as (...args: Internal[]) => unknown)(input.args);
  const milliseconds = performance.now() - start;
  const agreement = compared(value, reference.value, () => {
    const { allowed, because } = boundOf(entry, input.args, format);
    const mine = boundOf(entry, input.args, float64).allowed;
    const total = zipNumbers(allowed, mine, (a, b) => a + b);
    return { because, unit: format.unit, signedZero: false, allowed: total };
  });
  let gradient = reference.gradient;
  if (gradient && gradient.refused === null) {
    const { upstream, value: byHand } = gradient;
    const got = await gradientOnDevice(entry, module, upstream, input.args);
    const agreed = compared(got, byHand, () => {
      const { allowed, because } = gradientByAutodiff(entry, upstream, input.args, format);
      return { because, unit: format.unit, signedZero: false, allowed };
    });
    gradient = { upstream, value: got, agreement: agreed, refused: null };
  }
  return { description, value, agreement, gradient, milliseconds };
}

/** Held to a bound, if there is one: softmax takes any rank, and the error analysis of its tests only matrices. */
function compared(got: Value, reference: Value, terms: () => Parameters<typeof agreementOf>[2]): Agreement {
  let bound: ReturnType<typeof terms>;
  try {
    bound = terms();
  } catch {
    return unboundedAgreement(got, reference);
  }
  return agreementOf(got, reference, bound);
}
