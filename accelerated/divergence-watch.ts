import type { Started } from './backends.ts';
import { isSeenOn, type SeenDivergence } from './divergence.ts';
import * as tf from './tf.ts';
import { onWorkaround } from './workaround.ts';

/**
 * Watches what formulas do on the backend that is running: which workarounds they take, and whether they run an op that
 * diverges with a number for which it does.
 */
export class DivergenceWatch {
  readonly #known: ReadonlyMap<string, SeenDivergence>;
  readonly #seen: readonly SeenDivergence[];
  /** by the formula that is watched, and by any so far */
  readonly #met = new Set<string>();
  readonly #everMet = new Set<string>();
  readonly #watched = new Set<string>();
  #watching = false;
  readonly #reading = new Set<Promise<void>>();

  constructor(divergences: readonly SeenDivergence[], started: Started) {
    this.#known = new Map(divergences.map((it) => [it.id, it]));
    this.#seen = divergences.filter((it) => isSeenOn(it, started));
    onWorkaround((id) => this.#workaround(id));
    for (const it of this.#seen) if (it.runs) this.#watchOp(it.id, it.runs);
  }

  /** From here on a formula is tested. What is done outside of that, the tests of the divergences do. */
  begin(formula: string): void {
    this.#met.clear();
    this.#watched.add(formula);
    this.#watching = true;
  }

  end(): void {
    this.#watching = false;
  }

  /** How many formulas were watched so far. */
  get watched(): number {
    return this.#watched.size;
  }

  /** The divergences of this backend that the formula has met, in the order of the list. */
  async met(): Promise<SeenDivergence[]> {
    await Promise.all(this.#reading);
    return this.#seen.filter(({ id }) => this.#met.has(id));
  }

  /** The ops that diverge here and that formulas are said to run, which none has run with such a number. */
  async neverRun(): Promise<string[]> {
    await Promise.all(this.#reading);
    return this.#seen.filter(({ id, runs }) => runs !== undefined && !this.#everMet.has(id)).map(({ id }) => id);
  }

  #meet(id: string): void {
    if (!this.#watching) return;
    this.#met.add(id);
    this.#everMet.add(id);
  }

  #workaround(id: string): void {
    if (!this.#known.has(id)) throw new Error(`accelerated/divergences/ has no '${id}', which a workaround names`);
    this.#meet(id);
  }

  #watchOp(id: string, { kernel, gradient, wrongAt }: NonNullable<SeenDivergence['runs']>): void {
    const look = (tensor: tf.Tensor): void => {
      // Reading waits for the device, so nothing is read that would tell nothing new.
      if (!this.#watching || this.#met.has(id)) return;
      const reading = numbersOf(tensor).then((numbers) => {
        if (numbers.some(wrongAt)) this.#meet(id);
        this.#reading.delete(reading);
      });
      this.#reading.add(reading);
    };
    if (gradient === true) watchGradient(kernel, look);
    else watchKernel(kernel, look);
  }
}

/** The numbers of a tensor that may be disposed of before the device has given them. */
async function numbersOf(tensor: tf.Tensor): Promise<number[]> {
  const kept = tf.keep(tf.clone(tensor));
  const numbers = Array.from(await kept.data());
  kept.dispose();
  return numbers;
}

function watchKernel(kernelName: string, look: (input: tf.Tensor) => void): void {
  const backendName = tf.getBackend();
  const config = tf.getKernel(kernelName, backendName);
  if (!config) throw new Error(`${backendName} has no kernel ${kernelName}, which a divergence names`);
  tf.unregisterKernel(kernelName, backendName);
  tf.registerKernel({
    ...config,
    kernelFunc: (call) => {
      const [input] = Object.values(call.inputs);
      if (input instanceof tf.Tensor) look(input);
      return config.kernelFunc(call);
    },
  });
}

function watchGradient(kernelName: string, look: (saved: tf.Tensor) => void): void {
  const config = tf.getGradient(kernelName);
  if (!config) throw new Error(`tfjs has no gradient of ${kernelName}, which a divergence names`);
  tf.unregisterGradient(kernelName);
  tf.registerGradient({
    ...config,
    gradFunc: (upstream, saved, attributes) => {
      const [first] = saved;
      if (first) look(first);
      return config.gradFunc(upstream, saved, attributes);
    },
  });
}
