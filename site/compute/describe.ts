import type { Entry } from '../../properties/entry/entry.ts';
import type { Fields, Parameter } from '../../properties/parameters/parameter.ts';
import type { Description } from './messages.ts';

/** A formula as the form needs it, without what no message can carry. */
export function describe(entry: Entry): Description {
  return {
    name: entry.id,
    title: entry.title,
    parameters: plainFields(entry.parameters),
    gradientBy: entry.gradient?.wrt ?? [],
    accelerated: entry.accelerated !== undefined,
    examples: [
      ...entry.worked.map(({ name, origin, args }) => ({ name, origin, args })),
      ...Object.entries(entry.edges).map(([name, args]) => ({ name, origin: null, args })),
    ],
  };
}

function plainFields(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, parameter]) => [name, plainParameter(parameter)]));
}

/** Without what the tests draw for it, which is a function. */
function plainParameter(parameter: Parameter): Parameter {
  const { drawn: _, ...rest } = parameter;
  const plain = rest as Parameter;
  switch (plain.kind) {
    case 'list':
      return { ...plain, of: plainParameter(plain.of) };
    case 'record':
    case 'options':
      return { ...plain, fields: plainFields(plain.fields) };
    default:
      return plain;
  }
}
