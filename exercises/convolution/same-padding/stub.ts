interface Options {
  stride?: number;
  dilation?: number;
}

/** The zeros that 'same' puts around one axis; instructions.md beside this file says how many. */
export function samePadding(
  size: number,
  kernel: number,
  { stride = 1, dilation = 1 }: Options = {},
): { before: number; after: number } {
  throw new Error('samePadding is not written yet');
}
