import type { Entry } from '../properties/entry/entry.ts';
import { mayBeAbsent, type Parameter } from '../properties/parameters/parameter.ts';
import { askedOf, writtenDefault, writtenOptions, writtenType } from '../properties/parameters/signature.ts';

/** What the names of arrays in a signature stand for. */
const ALIASES: Readonly<Record<string, string>> = {
  Vector: 'number[]',
  Matrix: 'number[][]',
  Sequence: 'number[][][]',
  Images: 'number[][][][]',
  Kernel: 'number[][][][]',
  Tensor: 'number | Tensor[]',
};

/** Longer ones have each parameter on a line of its own, as formatters write them. */
const LONGEST_LINE = 120;

/** What the stub of an exercise throws. */
export function unwritten(id: string): string {
  return `${id} is not written yet`;
}

/** What a student starts from: the function of an exercise as its entry states it, which throws until it is written. */
export function stubOf({
  id,
  title,
  parameters,
  result,
}: Pick<Entry, 'id' | 'title' | 'parameters' | 'result'>): string {
  const asked = Object.entries(askedOf(parameters));
  const parts = asked.map(([name, parameter]) => declared(name, parameter));
  const returned = typescript(writtenType(result, 'names'));
  const line = `export function ${id}(${parts.join(', ')}): ${returned} {`;
  const head =
    line.length <= LONGEST_LINE
      ? line
      : `export function ${id}(\n${parts.map((part) => `  ${part},\n`).join('')}): ${returned} {`;
  const named = new Map<string, string>();
  for (const parameter of [...asked.map(([, each]) => each), result]) nameRecords(parameter, named);
  const records = [...named].map(([name, type]) => `type ${name} = ${typescript(type)};\n`).join('');
  const code = `${records}${records && '\n'}${optionsType(asked)}/** ${title}; ${id}.md beside this file says what that is. */
${head}
  throw new Error('${unwritten(id)}');
}
`;
  const aliases = Object.entries(ALIASES).filter(([name]) => new RegExp(`\\b${name}\\b`).test(code));
  return `${aliases.map(([name, type]) => `type ${name} = ${type};\n`).join('')}${aliases.length > 0 ? '\n' : ''}${code}`;
}

/** Records that are used by a name of their own, those within others first. */
function nameRecords(parameter: Parameter, named: Map<string, string>): void {
  if (parameter.kind === 'list') nameRecords(parameter.of, named);
  if (parameter.kind !== 'record') return;
  for (const field of Object.values(parameter.fields)) nameRecords(field, named);
  if (parameter.name !== undefined) named.set(parameter.name, writtenType({ ...parameter, name: undefined }, 'names'));
}

function declared(name: string, parameter: Parameter): string {
  if (parameter.kind === 'options')
    return `${writtenOptions(parameter, '')}: Options${mayBeAbsent(parameter) ? ' = {}' : ''}`;
  const type = typescript(writtenType(parameter, 'names'));
  if (parameter.optional) return `${name}?: ${type}`;
  const value = parameter.default;
  return `${name}: ${type}${value === undefined ? '' : ` = ${writtenDefault(value)}`}`;
}

function optionsType(asked: readonly (readonly [string, Parameter])[]): string {
  const options = asked.map(([, parameter]) => parameter).find(({ kind }) => kind === 'options');
  if (options?.kind !== 'options') return '';
  const fields = Object.entries(options.fields).map(
    ([name, field]) => `  ${name}${mayBeAbsent(field) ? '?' : ''}: ${typescript(writtenType(field))};\n`,
  );
  return `interface Options {\n${fields.join('')}}\n\n`;
}

/** The contract separates the fields of a record by commas, TypeScript's formatters by semicolons. */
function typescript(type: string): string {
  return type.replaceAll(/\[[^\]]*\]|,/g, (part) => (part === ',' ? ';' : part));
}
