/** When the processes had a submission, and for how long. */
export interface Times {
  startedAt: string;
  durationMs: number;
}

/** Begins to take the time of something; when that has ended, the function that it returns has its times. */
export function stopwatch(): () => Times {
  const startedAt = new Date().toISOString();
  // Not the clock of the day: that may be set back meanwhile, and a duration would be negative.
  const started = performance.now();
  return () => ({ startedAt, durationMs: Math.round(performance.now() - started) });
}
