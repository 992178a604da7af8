import type { BackendName } from '../../accelerated/backend-names.ts';
import { startBackend } from '../../accelerated/backends.ts';
import { firstLineOf } from '../../accelerated/error-message.ts';
import { type Located, loadEntries, nameOf } from '../../properties/entry/entries.ts';
import type { Internal } from '../../properties/parameters/codec.ts';
import { isNdArray } from '../../reference/ndarray.ts';
import type { Cell, Contender, Direction } from './cell.ts';
import { Draw } from './draw.ts';
import type { FromBackend, MeasureRequest } from './protocol.ts';
import { SIZES, type Size } from './size.ts';
import { loadSized } from './sized.ts';
import { type Call, timeByTurns } from './time-by-turns.ts';

// The process of one backend: measures a cell on request, the reference and the backend by turns. It is ended from
// outside if a call takes too long.

const SEED = 20_260_701;
const BUDGET_MS = 300;

type Formula = (...args: Internal[]) => unknown;

/** Waits until the parent has received it: what follows may block this process for long. */
function tell(message: FromBackend): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, () => resolve());
  });
}

async function measure({ cell, contenders, upstreamFrom }: MeasureRequest): Promise<void> {
  const [located] = await loadEntries(new Set([nameOf(cell.formula)]));
  if (!located) throw new Error(`properties/${cell.formula}.ts: there is no entry`);
  const args = await argumentsOf(cell);
  const leading =
    cell.direction === 'gradient'
      ? [upstreamLike(await (await formulaOf(located, upstreamFrom, 'forward'))(...args))]
      : [];
  await tell({ type: 'ready' });
  const calls: Partial<Record<Contender, Call>> = {};
  for (const contender of contenders) {
    try {
      const formula = await formulaOf(located, contender, cell.direction);
      const call: Call = () => formula(...leading, ...args);
      await call();
      calls[contender] = call;
      await tell({ type: 'called', contender });
    } catch (error) {
      await tell({ type: 'failed', contender, message: firstLineOf(error) });
    }
  }
  await tell({ type: 'measured', rounds: await timeByTurns(calls, BUDGET_MS) });
}

async function argumentsOf({ formula, size }: Cell): Promise<Internal[]> {
  const sized = await loadSized(formula);
  return sized(SIZES.find(({ name }) => name === size) as Size, new Draw(SEED));
}

async function formulaOf({ entry }: Located, contender: Contender, direction: Direction): Promise<Formula> {
  if (contender === 'reference') {
    const reference = direction === 'forward' ? entry.reference : entry.gradient?.reference;
    if (!reference) throw new Error(`${entry.id} has no gradient`);
    return reference;
  }
  const name = direction === 'forward' ? entry.id : `${entry.id}Gradient`;
  const module = await entry.accelerated?.();
  const accelerated = module?.[name];
  if (typeof accelerated !== 'function') throw new Error(`${name} is missing`);
  return accelerated as Formula;
}

/** An upstream gradient of the form of a result. */
function upstreamLike(result: unknown): Internal {
  const draw = new Draw(SEED + 1);
  const like = (value: unknown): Internal => {
    if (typeof value === 'number') return 1;
    if (isNdArray(value)) return draw.signed(...value.shape);
    if (Array.isArray(value)) return value.map(like);
    return Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, like(item)]));
  };
  return like(result);
}

process.on('message', (request: MeasureRequest) => {
  measure(request).catch((error: unknown) => tell({ type: 'failed', contender: null, message: firstLineOf(error) }));
});

try {
  const { description } = await startBackend(process.argv[2] as BackendName);
  await tell({ type: 'started', description });
} catch (error) {
  // It begins with the name, which the reader knows.
  await tell({ type: 'missing', reason: firstLineOf(error).replace(/^[a-z-]+: /, '') });
}
