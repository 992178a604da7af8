import type { Judged, Status } from './outcome.ts';

/** How many mutants of a kind there were, and what became of them. */
export interface Tally {
  kind: string;
  mutants: number;
  killed: number;
  timeout: number;
  survived: number;
  uncovered: number;
  equivalent: number;
  /** the share that was killed or timed out, of those that are not equivalent */
  score: number;
}

/** The outcomes of each kind counted; ignored ones do not count. */
export function tallies(outcomes: readonly Judged[]): Tally[] {
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))];
  return kinds
    .map((name) =>
      tally(
        name,
        outcomes.filter(({ kind }) => kind === name),
      ),
    )
    .filter(({ mutants }) => mutants > 0);
}

export function tally(kind: string, outcomes: readonly Judged[]): Tally {
  const count = (...statuses: Status[]): number => outcomes.filter(({ status }) => statuses.includes(status)).length;
  const mutants = outcomes.length - count('ignored');
  const [killed, timeout, equivalent] = [count('killed'), count('timeout'), count('equivalent')];
  // A mutant that could not be run counts as one that lives.
  const survived = count('survived', 'error');
  const lasting = mutants - equivalent;
  const score = lasting === 0 ? 1 : (killed + timeout) / lasting;
  return { kind, mutants, killed, timeout, survived, uncovered: count('uncovered'), equivalent, score };
}
