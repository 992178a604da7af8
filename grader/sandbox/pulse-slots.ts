/** The places of what the engine's process tells the watchdog on its other thread. */
export const SLOTS = {
  /** how often a run of the engine began or its interrupt handler was called */
  beats: 0,
  /** whether a run is under way */
  running: 1,
  /** how many pieces of work (a load, an exercise) have begun or ended */
  work: 2,
  /** milliseconds of CPU that the piece of work has for itself; negative if none is under way */
  freeMs: 3,
  /** how many submissions have been opened */
  submissions: 4,
  /** milliseconds of CPU that the submission has left for pieces of work that take longer */
  leftMs: 5,
  /** the memory of the process when the submission was opened */
  openedMiB: 6,
} as const;
