/** A floating-point format and how far an implementation's elementary functions stray in it. */
export interface Format {
  readonly name: string;
  /** unit roundoff: half the gap between 1 and the next number */
  readonly unit: number;
  /** sizes below this one may be flushed to zero */
  readonly smallest: number;
  readonly largest: number;
  /** errors of the elementary functions, in multiples of `unit` times the result */
  readonly ulps: Readonly<Record<Elementary, number>>;
  /** errors that do not shrink with the result, on top */
  readonly absolute: Readonly<Partial<Record<Elementary, number>>>;
  round(x: number): number;
}

export type Elementary = 'divide' | 'sqrt' | 'exp' | 'log' | 'tanh' | 'sigmoid' | 'power' | 'cos' | 'sin';

/** Float64 as V8 and QuickJS compute it: their elementary functions stay within 2 ULP. */
export const float64: Format = {
  name: 'float64',
  unit: 2 ** -53,
  smallest: 2 ** -1022,
  largest: Number.MAX_VALUE,
  ulps: { divide: 1, sqrt: 1, exp: 2, log: 2, tanh: 3, sigmoid: 5, power: 4, cos: 2, sin: 2 },
  absolute: {},
  round: (x) => x,
};

/** Float32 with correctly rounded division and root; a backend states what its own functions add. */
export function float32(ulps: Partial<Format['ulps']> = {}, absolute: Format['absolute'] = {}): Format {
  return {
    name: 'float32',
    unit: 2 ** -24,
    smallest: 2 ** -126,
    largest: 3.4028234663852886e38,
    ulps: { divide: 1, sqrt: 1, exp: 2, log: 2, tanh: 4, sigmoid: 6, power: 8, cos: 4, sin: 4, ...ulps },
    absolute,
    round: Math.fround,
  };
}
