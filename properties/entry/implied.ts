import { type Illegal, impliedIllegal } from '../parameters/implied-illegal.ts';
import { optionCases } from '../parameters/option-cases.ts';
import { last } from '../values/nth.ts';
import type { Value } from '../values/value.ts';
import type { Entry } from './entry.ts';

/** Every input that a formula must refuse: what follows from its parameters, at its first edge, and what it adds. */
export function illegalInputs({ parameters, edges, illegal }: Entry): Readonly<Record<string, Illegal>> {
  return { ...impliedIllegal(parameters, firstOf(edges)), ...illegal };
}

/** Every hard case that the drawn inputs must reach: those of the options, and what the entry adds. */
export function hardCases({ parameters, hardCases: own }: Entry): Entry['hardCases'] {
  return { ...optionCases(parameters), ...own };
}

function firstOf(edges: Entry['edges']): readonly Value[] {
  return last(Object.values(edges).slice(0, 1));
}
