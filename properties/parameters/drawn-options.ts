import fc from 'fast-check';
import { options } from '../inputs/inputs.ts';
import type { Value } from '../values/value.ts';
import type { Fields, OptionsOf, OptionsParameter, Parameter } from './parameter.ts';

/** Options that are absent (undefined), empty, partial or complete; each is drawn as its parameter says. */
export function drawnOptions<F extends Fields>(
  parameter: OptionsParameter<F>,
): fc.Arbitrary<OptionsOf<OptionsParameter<F>> | undefined> {
  const asked = Object.entries(parameter.fields).filter(([, field]) => !field.extended);
  const drawn: fc.Arbitrary<unknown> = options<Record<string, Value>>(
    Object.fromEntries(asked.map(([name, field]) => [name, drawnFor(name, field)])),
  );
  return drawn as fc.Arbitrary<OptionsOf<OptionsParameter<F>> | undefined>;
}

function drawnFor(name: string, parameter: Parameter): fc.Arbitrary<Value> {
  const { drawn } = parameter;
  if (drawn !== undefined)
    return Array.isArray(drawn) ? fc.constantFrom<Value[]>(...drawn) : (drawn as fc.Arbitrary<Value>);
  if (parameter.kind === 'boolean') return fc.boolean();
  if (parameter.kind === 'choice') return fc.constantFrom(...parameter.words);
  throw new Error(`options.${name}: say what is drawn for it`);
}
