import type { Value } from '../values/value.ts';
import { isRecord } from '../values/value.ts';
import { type Fields, mayBeAbsent } from './parameter.ts';

/** Hard cases of the drawn inputs that follow from the options: absent, empty, partial, complete. */
export function optionCases(parameters: Fields): Record<string, (...args: readonly Value[]) => boolean> {
  const position = Object.values(parameters).findIndex(({ kind }) => kind === 'options');
  const parameter = Object.values(parameters)[position];
  if (parameter?.kind !== 'options') return {};
  const asked = Object.entries(parameter.fields).filter(([, field]) => !field.extended);
  const free = asked.filter(([, field]) => mayBeAbsent(field)).length;
  if (free === 0) return {};
  const given = (args: readonly Value[]): number => {
    const value = args[position];
    return isRecord(value)
      ? asked.filter(([name, field]) => mayBeAbsent(field) && value[name] !== undefined).length
      : 0;
  };
  const absent = mayBeAbsent(parameter)
    ? { 'options absent': (...args: readonly Value[]) => args[position] === undefined }
    : {};
  return {
    ...absent,
    'options empty': (...args) => args[position] !== undefined && given(args) === 0,
    ...(free > 1 ? { 'options partial': (...args) => given(args) > 0 && given(args) < free } : {}),
    'options complete': (...args) => given(args) === free,
  };
}
