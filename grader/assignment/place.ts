import { suggestion } from '../text/did-you-mean.ts';
import { UsageError } from '../text/errors.ts';

const MOST_POINTS = 1e6;

/** A place in an assignment file, which names itself in the message of a fault. */
export class Place {
  readonly #file: string;
  readonly #path: string;

  constructor(file: string, path: string) {
    this.#file = file;
    this.#path = path;
  }

  key(name: string): Place {
    return new Place(this.#file, this.#path === '' ? name : `${this.#path}.${name}`);
  }

  index(index: number): Place {
    return new Place(this.#file, `${this.#path}[${index}]`);
  }

  expected(what: string, got: unknown): never {
    const where = this.#path === '' ? this.#file : `${this.#file}: ${this.#path}`;
    const shown = got === undefined ? 'nothing' : JSON.stringify(got);
    throw new UsageError(`${where}: expected ${what}, got ${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}`);
  }

  object(value: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> {
    const shown = `an object { ${keys.join(', ')} }`;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.expected(shown, value);
    for (const key of Object.keys(value)) {
      if (keys.includes(key)) continue;
      this.expected(`no key but ${keys.join(', ')}${suggestion(key, keys)}`, key);
    }
    return value as Readonly<Record<string, unknown>>;
  }

  list(value: unknown): readonly unknown[] {
    return Array.isArray(value) && value.length > 0 ? value : this.expected('a list with at least one exercise', value);
  }

  atLeastZero(value: unknown): number {
    return typeof value === 'number' && value >= 0 && Number.isFinite(value)
      ? value
      : this.expected('a number of at least 0', value);
  }

  text(value: unknown): string {
    return typeof value === 'string' && value.trim() !== '' ? value : this.expected('a text that is not empty', value);
  }

  points(value: unknown): number {
    return typeof value === 'number' && value >= 0 && value <= MOST_POINTS
      ? value
      : this.expected(`a number from 0 to ${MOST_POINTS}`, value);
  }

  positivePoints(value: unknown): number {
    return typeof value === 'number' && value > 0 && value <= MOST_POINTS
      ? value
      : this.expected(`a positive number up to ${MOST_POINTS}`, value);
  }

  boolean(value: unknown): boolean {
    return typeof value === 'boolean' ? value : this.expected('true or false', value);
  }

  share(value: unknown): number {
    return typeof value === 'number' && value >= 0 && value <= 1 ? value : this.expected('a number from 0 to 1', value);
  }

  positiveInteger(value: unknown, largest: number): number {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= largest
      ? value
      : this.expected(`a whole number of 1..${largest}`, value);
  }
}
