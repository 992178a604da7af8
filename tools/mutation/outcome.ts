/** What became of a mutant. */
export interface Outcome {
  /** from the root: reference/losses/mean-squared-error.ts */
  file: string;
  /** of the mutated code, both from 1 */
  line: number;
  column: number;
  /** Stryker's mutator, or the numeric kind */
  kind: string;
  original: string;
  replacement: string;
  /** the source line in which it begins, without the spaces around it */
  within: string;
  status: Status;
  /** of an equivalent one: why no legal input can tell it from the original */
  proof?: string;
}

/** All of an outcome that is counted. */
export type Judged = Pick<Outcome, 'kind' | 'status'>;

/** 'uncovered' is reached by no test; 'ignored' is in the wording of an error and was not run. */
export type Status = 'killed' | 'timeout' | 'survived' | 'equivalent' | 'uncovered' | 'ignored' | 'error';

/** The place of a mutant and what it changes, on one line. */
export function shownMutant({ file, line, column, original, replacement }: Outcome): string {
  const short = (code: string): string => {
    const flat = code.replaceAll(/\s+/g, ' ');
    return flat.length > 70 ? `${flat.slice(0, 69)}…` : flat;
  };
  return `${file}:${line}:${column} ${short(original)} -> ${short(replacement)}`;
}
