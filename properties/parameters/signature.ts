import { type Fields, isSameAs, mayBeAbsent, type OptionsParameter, type Parameter } from './parameter.ts';

/** The parameters that an exercise asks for: the others, and further options, are beyond the contract. */
export function askedOf(parameters: Fields): Fields {
  const asked = Object.entries(parameters).flatMap(([name, parameter]): [string, Parameter][] => {
    if (parameter.extended) return [];
    if (parameter.kind !== 'options') return [[name, parameter]];
    const fields = Object.fromEntries(Object.entries(parameter.fields).filter(([, field]) => !field.extended));
    return Object.keys(fields).length === 0 ? [] : [[name, { ...parameter, fields }]];
  });
  return Object.fromEntries(asked);
}

/** A signature as the contract writes it: `sgd(theta: Vector, gradient: Vector, { learningRate = 0.01 }): Vector`. */
export function signatureOf(id: string, parameters: Fields, result: Parameter): string {
  const written = Object.entries(askedOf(parameters)).map(([name, parameter]) => writtenParameter(name, parameter));
  return `${id}(${written.join(', ')}): ${writtenType(result)}`;
}

/** The same as TypeScript over several lines, each parameter on its own if they are many. */
export function signatureBlock(id: string, parameters: Fields, result: Parameter): string {
  const line = signatureOf(id, parameters, result);
  if (line.length <= LONGEST_LINE) return line;
  const written = Object.entries(askedOf(parameters)).map(
    ([name, parameter]) => `  ${writtenParameter(name, parameter)},\n`,
  );
  return `${id}(\n${written.join('')}): ${writtenType(result)}`;
}

const LONGEST_LINE = 100;

/** One parameter of a signature: `state: { theta: Vector }`, `atZero = 1`, `{ learningRate = 0.01 }`. */
function writtenParameter(name: string, parameter: Parameter): string {
  if (parameter.kind === 'options') return writtenOptions(parameter);
  if (parameter.optional) return `${name}?: ${writtenType(parameter)}`;
  if (parameter.default === undefined) return `${name}: ${writtenType(parameter)}`;
  // The words of a choice are part of what a reader has to know; the type of a number follows from its default.
  const type = parameter.kind === 'choice' ? `: ${writtenType(parameter)}` : '';
  return `${name}${type} = ${writtenDefault(parameter.default)}`;
}

/**
 * Options as they are taken apart: `{ gamma, axes?, epsilon = 0.001 }`. Code marks what is optional in the type alone.
 */
export function writtenOptions({ fields }: OptionsParameter, optionalMark = '?'): string {
  const parts = Object.entries(fields).map(([name, field]) =>
    field.default === undefined
      ? `${name}${field.optional ? optionalMark : ''}`
      : `${name} = ${writtenDefault(field.default)}`,
  );
  return `{ ${parts.join(', ')} }`;
}

/** The type of a parameter in the words of the contract; records spelled out, or by the names that stubs give them. */
export function writtenType(parameter: Parameter, records: 'fields' | 'names' = 'fields'): string {
  switch (parameter.kind) {
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
    case 'string':
      return parameter.kind;
    case 'pair':
      return '[number, number]';
    case 'choice':
      return parameter.words.map((word) => (typeof word === 'string' ? `'${word}'` : String(word))).join(' | ');
    case 'tensor':
      return parameter.written;
    case 'list': {
      const item = writtenType(parameter.of, records);
      return parameter.of.kind === 'choice' || parameter.of.kind === 'tensor' ? `(${item})[]` : `${item}[]`;
    }
    case 'record':
    case 'options': {
      if (parameter.kind === 'record' && parameter.name !== undefined && records === 'names') return parameter.name;
      const fields = Object.entries(parameter.fields).filter(([, field]) => !field.extended);
      return `{ ${fields.map(([name, field]) => `${name}${mayBeAbsent(field) ? '?' : ''}: ${writtenType(field, records)}`).join(', ')} }`;
    }
    default:
      return parameter.written ?? `${parameter.kind.slice(0, 1).toUpperCase()}${parameter.kind.slice(1)}`;
  }
}

/** A default as code: `1e-7`, `'valid'`, `[2, 2]`, or the name of the option that it is taken from. */
export function writtenDefault(value: Parameter['default']): string {
  if (isSameAs(value)) return value.sameAs;
  if (Array.isArray(value)) return `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
  return typeof value === 'string' ? `'${value}'` : (JSON.stringify(value) ?? '');
}
