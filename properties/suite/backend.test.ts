import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import './task-meta.ts';
import type { BackendName } from '../../accelerated/backend-names.ts';
import { lacksCard, type Started, startBackend } from '../../accelerated/backends.ts';
import { diverges, isSeenOn, outcomeOf, type SeenDivergence, shownDivergence } from '../../accelerated/divergence.ts';
import { DivergenceWatch } from '../../accelerated/divergence-watch.ts';
import { loadDivergences } from '../../accelerated/divergences.ts';
import { loadEntries } from '../entry/entries.ts';
import type { Entry } from '../entry/entry.ts';
import { gradientByAutodiff, gradientByHand, gradientOnDevice, upstreamLike } from '../entry/gradient.ts';
import { illegalInputs } from '../entry/implied.ts';
import { boundOf, plain, plainAsync, subject } from '../entry/subject.ts';
import { grid, numbers } from '../inputs/inputs.ts';
import { decodeArguments, type Internal } from '../parameters/codec.ts';
import { formatOf } from '../rounding/backend-format.ts';
import { describeMismatch, firstMismatch } from '../values/agreement.ts';
import { float64 } from '../values/format.ts';
import { zipNumbers } from '../values/tree.ts';
import type { Value } from '../values/value.ts';
import { askedNames } from './asked-formulas.ts';
import { damaged } from './damage.ts';
import { edgeGradients } from './edge-gradients.ts';
import { replayCommand, runProperty } from './run-property.ts';

// Every formula on one tfjs backend, against the reference and the laws. vitest.config.ts runs this file once per
// backend, each in a process of its own.

const name = process.env['BACKPROOF_BACKEND'] as BackendName;
const required = (process.env['BACKPROOF_REQUIRE'] ?? '').split(',').includes(name);
// Without a GPU a call takes webgpu 5 to 20 ms. Laws take three fifths of its time, and the least is lost with them: the
// reference obeys each in 100 draws, so a device that breaks one must disagree with the reference, which is asked as well.
const started = await startBackend(name).catch((reason: Error) => reason.message);
// The package for GPUs without a card is tfjs-node once more: a tenth of the draws shows that it loads and computes.
const isSecondTime = typeof started !== 'string' && lacksCard(started);
const runs = name === 'webgpu' ? 25 : isSecondTime ? 10 : 100;
const lawRuns = name === 'webgpu' ? 8 : isSecondTime ? 10 : 100;
const asked = askedNames();
const entries = await loadEntries(asked);

test.skipIf(typeof started === 'string' && !required)(
  typeof started === 'string' ? `starts: ${started}` : `starts: ${started.description}`,
  { meta: { backend: name, starts: describeStart(started) } },
  () => {
    expect(started, `${name} was asked for by BACKPROOF_REQUIRE`).toHaveProperty('name', name);
  },
);

if (typeof started !== 'string') {
  const divergences = await loadDivergences();
  const known = divergences.filter(({ seen }) => seen[name] !== undefined);
  // Before the formulas, which register the kernels that a backend lacks.
  if (!asked) for (const it of known.filter(({ poisons }) => !poisons)) divergenceTest(it, started);
  const watch = new DivergenceWatch(divergences, started);
  const accelerated = entries.flatMap(({ entry }) => (entry.accelerated ? [{ entry, load: entry.accelerated }] : []));
  for (const { entry, load } of accelerated) await formulaSuite(entry, load, watch);
  test('formulas run each op that they are said to run though it diverges', { meta: { backend: name } }, async (it) => {
    if (asked || watch.watched < accelerated.length) it.skip('not all formulas were tested');
    if (isSecondTime) it.skip('too few draws to reach them all; tfjs-node does');
    expect(await watch.neverRun()).toEqual([]);
  });
  // Those that write beyond their memory last: nothing after them can be trusted.
  if (!asked) for (const it of known.filter(({ poisons }) => poisons)) divergenceTest(it, started);
}

function divergenceTest(it: SeenDivergence, on: Started): void {
  const { id, op, input } = it;
  const meta = { backend: name };
  test.skipIf(!isSeenOn(it, on))(`tfjs still diverges in ${op}: ${input} (${id})`, { meta }, async () => {
    const outcome = await outcomeOf(it);
    expect(diverges(outcome, it), `upstream has fixed ${id} on ${name}: remove its workaround`).toBe(true);
  });
}

async function formulaSuite(
  entry: Entry,
  load: NonNullable<Entry['accelerated']>,
  watch: DivergenceWatch,
): Promise<void> {
  const module = await load();
  const format = formatOf(name);
  const reference = plain(entry, entry.reference);
  const accelerated = plainAsync(entry, module[entry.id] as (...args: Internal[]) => unknown);
  const device = subject(entry, format, accelerated);
  const command = (title: string): string => replayCommand(name, `${entry.id} ${title}`);

  const expectAgreement = async (args: readonly Value[]): Promise<void> => {
    const { allowed, because } = boundOf(entry, args, format);
    const mine = boundOf(entry, args, float64).allowed;
    const mismatch = firstMismatch(await accelerated(args), reference(args), {
      allowed: zipNumbers(allowed, mine, (a, b) => a + b),
      because,
      unit: format.unit,
      // Backends differ in the sign of zero where a value underflows or cancels.
      signedZero: false,
    });
    if (mismatch) throw new Error(describeMismatch(mismatch));
  };

  describe(entry.id, { meta: { formula: entry.id, backend: name, draws: lawRuns } }, () => {
    beforeAll(() => watch.begin(entry.id));
    afterAll(() => watch.end());
    afterEach(async ({ task }) => {
      task.meta.diverges = (await watch.met()).map((it) => ({ id: it.id, why: shownDivergence(it, name) }));
    });

    const families = { inputs: entry.inputs, 'extreme inputs': entry.extreme, 'extended inputs': entry.extended };
    for (const [family, inputs] of Object.entries(families)) {
      if (!inputs) continue;
      test(`agrees with the reference on ${family}`, async () => {
        await runProperty(inputs, (...args: Value[]) => expectAgreement(args), {
          runs,
          command: command(`agrees with the reference on ${family}`),
        });
      });
    }

    test('agrees with the reference on every edge', async () => {
      for (const [edge, args] of Object.entries({ ...entry.edges, ...entry.extremeEdges })) {
        await expectAgreement(args as Value[]).catch((error: Error) => {
          throw new Error(`edge '${edge}': ${error.message}`);
        });
      }
    });

    for (const law of entry.laws) {
      test(`obeys: ${law.name}`, async () => {
        await runProperty(law.inputs, (...inputs) => law.holds(device, ...inputs), {
          runs: lawRuns,
          command: command(`obeys: ${law.name}`),
        });
      });
    }

    for (const [illegal, { args, names }] of Object.entries(illegalInputs(entry))) {
      test(`refuses: ${illegal}`, async () => {
        await expect(accelerated(args as Value[])).rejects.toThrow(names);
      });
    }

    if (entry.gradient) {
      const inputs = fc.tuple(entry.gradient.inputs ?? entry.inputs, numbers(grid, 16));
      test('autodiff agrees with the gradient by hand', async () => {
        await runProperty(
          inputs,
          async (args, weights) => {
            const upstream = upstreamLike(reference(args), weights);
            const { allowed, because } = gradientByAutodiff(entry, upstream, args, format);
            const got = await gradientOnDevice(entry, module, upstream, args);
            const mismatch = firstMismatch(got, gradientByHand(entry, upstream, args), {
              allowed,
              because,
              unit: format.unit,
              signedZero: false,
            });
            if (mismatch) throw new Error(describeMismatch(mismatch));
          },
          { runs, command: command('autodiff agrees with the gradient by hand') },
        );
      });

      test('autodiff agrees with the gradient by hand at every edge', async () => {
        for (const { name: edge, extreme, kink, args, upstream, byHand } of edgeGradients(entry)) {
          // At an extreme kink there is no gradient; at a mild one the device follows the convention.
          if (kink !== undefined && extreme) continue;
          const { allowed, because } = gradientByAutodiff(entry, upstream, args, format);
          const got = await gradientOnDevice(entry, module, upstream, args);
          const mismatch = firstMismatch(got, byHand, { allowed, because, unit: format.unit, signedZero: false });
          if (mismatch) throw new Error(`edge '${edge}': ${describeMismatch(mismatch)}`);
        }
      });
    }

    test('refuses damaged input in the words of the reference', async () => {
      let refused = 0;
      await runProperty(
        damaged(entry),
        async ({ args, what }) => {
          const words = await refusal(async () => reference(args));
          if (words === null) return;
          refused += 1;
          expect(await refusal(() => accelerated(args)), what).toBe(words);
        },
        { runs: Math.min(runs, 60), command: command('refuses damaged input') },
      );
      expect(refused).toBeGreaterThan(0);
    });

    test('refuses arguments that are no ndarrays', async () => {
      const [first] = Object.values(entry.edges) as Value[][];
      const decoded = decodeArguments(entry.parameters, first ?? []);
      const position = decoded.findIndex((value) => typeof value === 'object' && value !== null && 'shape' in value);
      if (position === -1) return;
      const call = module[entry.id] as (...args: unknown[]) => Promise<unknown>;
      await expect(call(...decoded.with(position, 'nonsense'))).rejects.toThrow(
        Object.keys(entry.parameters)[position],
      );
    });
  });
}

/** What a call is refused with, or null. */
function refusal(call: () => Promise<unknown>): Promise<string | null> {
  return call().then(
    () => null,
    (error: unknown) => String(error),
  );
}

function describeStart(result: Started | string): string {
  return typeof result === 'string' ? `skipped: ${result}` : result.description;
}
