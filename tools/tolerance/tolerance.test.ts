import { describe, expect, test } from 'vitest';
import { float32 } from '../../properties/values/format.ts';
import { DATA_KINDS, drawnVector, uniforms } from './draws.ts';
import { allowedErrors, liftedVector } from './judges.ts';
import { tolerancePicture } from './picture.ts';
import { broken } from './promises.ts';
import { OURS, type Trial } from './trial.ts';

function trial(change: Partial<Trial> & { killed?: number; falseAlarms?: number }): Trial {
  const { killed = 1, falseAlarms = 0, ...rest } = change;
  const verdicts = [{ name: OURS, killed, falseAlarms }];
  return { kind: 'uniform', scale: 1, n: 4096, side: 10, products: 100, needed: 1, granted: 9, verdicts, ...rest };
}

describe('promises', () => {
  test('are kept by a tolerance that refuses mutants and nothing else', () => {
    expect(broken([trial({}), trial({ scale: 0.01 })])).toEqual([]);
  });
  test('are broken by a false alarm on any data', () => {
    expect(broken([trial({ kind: 'constant', falseAlarms: 0.01 })])).toEqual([
      'constant data times 1, n = 4096: 1 right products refused',
    ]);
  });
  test('are broken if too few mutants are refused on uniform data', () => {
    expect(broken([trial({ killed: 0.89 })])).toHaveLength(1);
    expect(broken([trial({ killed: 0.89, kind: 'log-uniform' })])).toEqual([]);
  });
  test('are broken if a scale matters', () => {
    expect(broken([trial({}), trial({ scale: 0.01, killed: 0.95 })])).toHaveLength(1);
  });
});

describe('draws', () => {
  test.each(DATA_KINDS)('%s: float32 values, the same ones for the same seed', (kind) => {
    const drawn = drawnVector(kind, 1000, 0.01, uniforms(3));
    expect(drawn).toEqual(drawnVector(kind, 1000, 0.01, uniforms(3)));
    expect(drawn.every((x) => Math.fround(x) === x && Number.isFinite(x))).toBe(true);
    expect(new Set(drawn).size > 900).toBe(kind !== 'constant');
  });
  test('uniform numbers are spread evenly', () => {
    const random = uniforms(5);
    const drawn = Array.from({ length: 10_000 }, random);
    for (const k of [0, 1, 2, 3]) {
      expect(drawn.filter((x) => Math.floor(4 * x) === k).length / drawn.length).toBeCloseTo(0.25, 1);
    }
  });
});

test('equal terms are allowed n roundings, drawn ones 4 sqrt(n)', () => {
  const format = float32();
  const allowed = (vector: number[]): number => {
    const lifted = liftedVector(format, vector);
    const size = vector.reduce((sum, x) => sum + x * x, 0);
    return (allowedErrors(format, lifted, [lifted])[0] as number) / (format.unit * size);
  };
  expect(allowed(drawnVector('uniform', 400, 1, uniforms(1)))).toBeCloseTo(80, 0);
  expect(allowed(drawnVector('constant', 400, 1, uniforms(1)))).toBeCloseTo(400, 0);
});

test('the picture has a line for each tolerance, scale, kind of data and measure', () => {
  const all = DATA_KINDS.flatMap((kind) => [1, 0.01].flatMap((scale) => [9, 64].map((n) => trial({ kind, scale, n }))));
  const picture = tolerancePicture(all);
  expect(picture.match(/<path class="line ours[^>]*L/g)).toHaveLength(4 * 2 * 2);
  expect(picture).not.toContain('NaN');
});
