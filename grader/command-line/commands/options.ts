import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';
import { BACKENDS, type BackendName } from '../../../accelerated/backend-names.ts';
import { MOST_SHARDS, parseShard, type Shard } from '../../class/shard.ts';
import { PUBLIC_SEED } from '../../oracle/public-seed.ts';

/** The one after it is that with which students check. */
const LARGEST_SEED = PUBLIC_SEED - 1;

/** Parses `--seed N`. */
export function seedOption(text: string): number {
  return wholeNumber(text, 0, LARGEST_SEED);
}

/** Parses `--key FILE`. A variable that is not set would name no file. */
export function keyOption(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('expected the name of a file');
  return text;
}

/** Parses `--shard I/N`. */
export function shardOption(text: string): Shard {
  const shard = parseShard(text);
  if (shard !== null) return shard;
  throw new InvalidArgumentError(
    `expected I/N, the number of the shard and how many there are, such as 2/8 (at most ${MOST_SHARDS})`,
  );
}

/** Parses `--jobs N`. */
export function jobsOption(text: string): number {
  return wholeNumber(text, 1, 64);
}

/** Parses `--oracle NAME`. */
export function backendOption(text: string): BackendName {
  const name = BACKENDS.find((candidate) => candidate === text);
  if (!name) throw new InvalidArgumentError(`expected one of ${BACKENDS.join(', ')}`);
  return name;
}

/** Processes that run submissions at once, unless --jobs says otherwise. */
export const DEFAULT_JOBS = Math.min(availableParallelism(), 8);

/** Whether to print in colour: on a terminal, unless NO_COLOR is set. */
export function inColour(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !process.env['NO_COLOR'];
}

function wholeNumber(text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new InvalidArgumentError(`expected a whole number of ${least}..${most}`);
  }
  return value;
}
