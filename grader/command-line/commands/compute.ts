import { Command, InvalidArgumentError } from 'commander';
import { BACKENDS, type BackendName } from '../../../accelerated/backend-names.ts';
import { messageOf } from '../../../accelerated/error-message.ts';
import { nameOf } from '../../../properties/entry/entries.ts';
import type { Entry } from '../../../properties/entry/entry.ts';
import type { Internal } from '../../../properties/parameters/codec.ts';
import { fromJson, type Value } from '../../../properties/values/value.ts';
import { described } from '../../../reference/ndarray.ts';
import { UsageError } from '../../text/errors.ts';
import { jsonText } from '../../text/json-text.ts';
import { printableLine } from '../../text/printable.ts';
import { exactJson } from './exact-json.ts';
import { knownFormula } from './known-formula.ts';
import { readArguments } from './read-arguments.ts';

type Implementation = 'reference' | BackendName;

interface ComputeOptions {
  with: Implementation;
  batch?: boolean;
  json?: boolean;
}

type Compute = (args: readonly Value[]) => Promise<Value>;

const CHOICES: readonly Implementation[] = ['reference', ...BACKENDS];

/** `backproof compute NAME ARGS.json` */
export function computeCommand(finish: (code: number) => void): Command {
  return new Command('compute')
    .description("Prints a formula's value as JSON, every number with all its digits; NaN and infinities are strings.")
    .argument('<name>', 'a formula, as softmax')
    .argument('<args>', 'a JSON file with the list of arguments, or - for standard input')
    .option('-w, --with <implementation>', `one of ${CHOICES.join(', ')}`, implementationOption, 'reference')
    .option('--batch', 'the file holds a list of argument lists: prints a list of values, or of { "error": message }')
    .option('--json', 'changes nothing: the value is JSON anyway')
    .addHelpText(
      'after',
      '\nExit code 2 if the formula refuses the arguments, 1 if the backend does not start.\n\nExample:\n  echo \'[[[0, 1, "-Infinity"]]]\' | backproof compute softmax - --with wasm',
    )
    .action(async (name: string, file: string, options: ComputeOptions) => finish(await compute(name, file, options)));
}

function implementationOption(text: string): Implementation {
  const name = CHOICES.find((candidate) => candidate === text);
  if (!name) throw new InvalidArgumentError(`expected one of ${CHOICES.join(', ')}`);
  return name;
}

async function compute(name: string, file: string, options: ComputeOptions): Promise<number> {
  const path = knownFormula(name);
  const given = await readArguments(file);
  const implementation = await implementationOf(path, options.with);
  if (typeof implementation === 'string') return failed(implementation);
  if (options.batch) {
    const lines = await computeEach(implementation, given);
    process.stdout.write(lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`);
    return 0;
  }
  try {
    process.stdout.write(`${exactJson(await implementation(given.map(fromJson)))}\n`);
    return 0;
  } catch (error) {
    const line = `${name}: ${printableLine(messageOf(error))}`;
    // A formula refuses arguments by a TypeError or a RangeError; any other error comes from below it.
    if (error instanceof TypeError || error instanceof RangeError) throw new UsageError(line);
    return failed(line);
  }
}

/** The formula over plain values, or in one line why it cannot be computed that way. */
async function implementationOf(path: string, chosen: Implementation): Promise<Compute | string> {
  const name = nameOf(path);
  if (chosen !== 'reference') silenceTensorflow();
  const [{ loadEntries }, { plain, plainAsync }] = await Promise.all([
    import('../../../properties/entry/entries.ts'),
    import('../../../properties/entry/subject.ts'),
  ]);
  const [located] = await loadEntries(new Set([name]));
  const entry = located?.entry as Entry;
  if (chosen === 'reference') {
    const reference = plain(entry, entry.reference);
    return async (args) => reference(args);
  }
  if (!entry.accelerated) throw new UsageError(`${name} has no accelerated version: compute it with the reference`);
  const { startBackend } = await import('../../../accelerated/backends.ts');
  try {
    await startBackend(chosen);
  } catch (error) {
    const reason = printableLine(messageOf(error)).replace(`${chosen}: `, '');
    return `${chosen} does not start: ${reason} (\`backproof doctor\` shows what does)`;
  }
  const module = await entry.accelerated();
  return plainAsync(entry, module[entry.id] as (...args: Internal[]) => unknown);
}

/** The values of many argument lists as JSON, one after the other: on a device they must not interleave. */
async function computeEach(implementation: Compute, lists: readonly unknown[]): Promise<string[]> {
  const lines: string[] = [];
  let crash: string | null = null;
  for (const [i, list] of lists.entries()) {
    try {
      if (crash !== null) throw new Error(crash);
      if (!Array.isArray(list)) throw new TypeError(`expected a list of arguments, got ${described(list)}`);
      lines.push(exactJson(await implementation(list.map(fromJson))));
    } catch (error) {
      lines.push(jsonText({ error: messageOf(error) }));
      // A WebAssembly instance that trapped may compute wrongly from then on.
      if (error instanceof Error && error.name === 'RuntimeError')
        crash = `not computed: list ${i} crashed the backend`;
    }
  }
  return lines;
}

/** tfjs prints a greeting when it is loaded, and TensorFlow comments on the machine; only values may be printed here. */
function silenceTensorflow(): void {
  for (const method of ['log', 'info', 'debug', 'warn'] as const) console[method] = () => undefined;
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
}

function failed(line: string): number {
  process.stderr.write(`backproof: ${line}\n`);
  return 1;
}
