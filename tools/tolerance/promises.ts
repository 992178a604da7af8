import { OURS, type Trial, type Verdicts } from './trial.ts';

/** The share of mutants that must be refused on uniform data at n = 4096. */
const LEAST_KILLED = 0.9;
/** How far scaled inputs may move that share: nothing but the rounding of the inputs has changed. */
const MOVED = 0.01;

/** The broken promises of our tolerance, in sentences. */
export function broken(trials: readonly Trial[]): string[] {
  return trials.flatMap((trial) => {
    const { kind, scale, n } = trial;
    const where = `${kind} data times ${scale}, n = ${n}`;
    const { killed, falseAlarms } = ours(trial);
    const faults: string[] = [];
    if (falseAlarms > 0) faults.push(`${where}: ${falseAlarms * trial.products} right products refused`);
    if (kind === 'uniform' && n === 4096 && killed < LEAST_KILLED) {
      faults.push(`${where}: ${(100 * killed).toFixed(1)} % of the mutants refused, promised ${100 * LEAST_KILLED} %`);
    }
    const unscaled = trials.find((other) => other.kind === kind && other.n === n && other.scale === 1);
    // At n = 4096 a term of constant data lies at its bound, and the rounding of the scaled constants decides.
    if (kind !== 'constant' && unscaled && Math.abs(ours(unscaled).killed - killed) > MOVED) {
      faults.push(`${where}: the scale moved the share of refused mutants from ${ours(unscaled).killed} to ${killed}`);
    }
    return faults;
  });
}

function ours({ verdicts }: Trial): Verdicts {
  return verdicts.find(({ name }) => name === OURS) as Verdicts;
}
