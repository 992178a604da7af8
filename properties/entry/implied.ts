import { type Illegal, impliedIllegal } from '../parameters/implied-illegal.ts';
import { optionCases } from '../parameters/option-cases.ts';
import { nth } from '../values/nth.ts';
import { isRecord, type Value } from '../values/value.ts';
import type { Entry } from './entry.ts';

/** Every input that a formula must refuse: what follows from its parameters, at an edge, and what it adds. */
export function illegalInputs({ parameters, edges, illegal }: Entry): Readonly<Record<string, Illegal>> {
  return { ...impliedIllegal(parameters, fullEdge(edges)), ...illegal };
}

/** Every hard case that the drawn inputs must reach: those of the options, and what the entry adds. */
export function hardCases({ parameters, hardCases: own }: Entry): Entry['hardCases'] {
  return { ...optionCases(parameters), ...own };
}

/** The first edge in which every array has entries: in an empty one no entry can be spoiled. */
function fullEdge(edges: Entry['edges']): readonly Value[] {
  const all = Object.values(edges);
  return all.find((args) => !hasEmptyArray(args)) ?? nth(all, 0);
}

function hasEmptyArray(value: Value): boolean {
  if (Array.isArray(value)) return value.length === 0 || value.some(hasEmptyArray);
  return isRecord(value) && Object.values(value).some(hasEmptyArray);
}
