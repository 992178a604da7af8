import { isSameAs, mayBeAbsent, type Parameter, type Range } from '../../properties/parameters/parameter.ts';
import { writtenType } from '../../properties/parameters/signature.ts';
import { writtenValue } from './written-value.ts';

/** What a parameter takes, for beside its field: `Matrix, each from 0 to 1`, `whole number, at least 1`. */
export function parameterWords(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'number':
      return listed('number', rangeWords(parameter));
    case 'integer':
      return listed('whole number', rangeWords(parameter));
    case 'pair':
      return listed('two whole numbers', rangeWords(parameter));
    case 'string':
      return parameter.token ? 'word' : 'text';
    case 'vector':
    case 'matrix':
    case 'sequence':
    case 'images':
    case 'kernel':
    case 'tensor': {
      const range = parameter.element && rangeWords(parameter.element);
      return listed(`${writtenType(parameter)}${AXES[parameter.kind] ?? ''}`, range && `each ${range}`);
    }
    default:
      return writtenType(parameter);
  }
}

const AXES: Readonly<Record<string, string>> = {
  vector: ' [n]',
  matrix: ' [rows, columns]',
  sequence: ' [batch, time, feature]',
  images: ' [batch, height, width, channel]',
  kernel: ' [height, width, channels in, channels out]',
};

function listed(...words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined && word !== '').join(', ');
}

/** `from 0 to 1`, `0 or 1`, `above 0`, `at least 0 and below 1`; nothing without bounds. */
function rangeWords({ least, above, most, below, endsOnly }: Range): string {
  if (endsOnly) return `${least} or ${most}`;
  if (least !== undefined && most !== undefined) return `from ${least} to ${most}`;
  const low = least === undefined ? above !== undefined && `above ${above}` : `at least ${least}`;
  const high = most === undefined ? below !== undefined && `below ${below}` : `at most ${most}`;
  return [low, high].filter((bound) => bound !== false).join(' and ');
}

/** What is taken if the field stays empty; null if it must be filled. */
export function absenceWords(parameter: Parameter): string | null {
  const { default: value } = parameter;
  if (isSameAs(value)) return `default: ${value.sameAs}`;
  if (value !== undefined) return `default: ${writtenValue(value)}`;
  return mayBeAbsent(parameter) ? 'may be left out' : null;
}
