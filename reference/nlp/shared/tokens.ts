import { described } from '../../ndarray.ts';
import { expectList } from '../../options.ts';

/** Words by which JSON means numbers: as tokens they would not come out of it as they went in. */
const NUMBERS = ['NaN', 'Infinity', '-Infinity'];

/**
 * @throws {TypeError} The value is not a list of strings.
 * @throws {RangeError} It is empty, or one of them is empty, has white space in it, or is a word by which JSON means a number.
 */
export function expectTokens(name: string, tokens: unknown): void {
  expectList(name, tokens);
  const list = tokens as readonly unknown[];
  if (list.length === 0) throw new RangeError(`${name}: expected at least one token, got none`);
  // Not forEach, which passes over the holes of a list.
  for (let i = 0; i < list.length; i++) {
    const token = list[i];
    if (typeof token !== 'string') throw new TypeError(`${name}[${i}]: expected a string, got ${described(token)}`);
    if (!/^\S+$/.test(token)) {
      throw new RangeError(`${name}[${i}]: expected a token without white space, got ${JSON.stringify(token)}`);
    }
    if (NUMBERS.includes(token)) {
      throw new RangeError(`${name}[${i}]: expected a token other than ${NUMBERS.join(', ')}, got '${token}'`);
    }
  }
}
