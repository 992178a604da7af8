/** The whole values behind a counterexample, for the report to draw; JSON, as copied out of the sandbox. */
export interface Drawing {
  exercise: string;
  got: unknown;
  expected: unknown;
}
