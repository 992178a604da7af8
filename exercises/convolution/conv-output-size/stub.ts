interface Options {
  stride?: number;
  dilation?: number;
  padding?: 'valid' | 'same' | { before: number; after: number };
}

/** Windows along one axis; instructions.md beside this file says how they are counted. */
export function convOutputSize(
  size: number,
  kernel: number,
  { stride = 1, dilation = 1, padding = 'valid' }: Options = {},
): number {
  throw new Error('convOutputSize is not written yet');
}
