// A tiny tensor library: plain nested arrays, functions that know about broadcasting of rows.

export type Vec = number[];
export type Mat = number[][];

export const vec = {
  add: (a: Vec, b: Vec): Vec => a.map((x, i) => x + b[i]),
  sub: (a: Vec, b: Vec): Vec => a.map((x, i) => x - b[i]),
  mul: (a: Vec, b: Vec): Vec => a.map((x, i) => x * b[i]),
  scale: (a: Vec, k: number): Vec => a.map((x) => x * k),
  sum: (a: Vec): number => a.reduce((s, x) => s + x, 0),
  max: (a: Vec): number => a.reduce((s, x) => (x > s ? x : s), -Infinity),
  apply: (a: Vec, f: (x: number) => number): Vec => a.map((x) => f(x)),
};

export const mat = {
  rows: (a: Mat): number => a.length,
  dot: (a: Mat, b: Mat): Mat => a.map((row) => b[0].map((_, j) => vec.sum(row.map((x, k) => x * b[k][j])))),
  addRow: (a: Mat, b: Vec): Mat => a.map((row) => vec.add(row, b)),
  concat: (a: Mat, b: Mat): Mat => a.map((row, i) => [...row, ...b[i]]),
  zip: (f: (...xs: number[]) => number, ...ms: Mat[]): Mat => ms[0].map((row, i) => row.map((_, j) => f(...ms.map((m) => m[i][j])))),
  sum: (a: Mat): number => vec.sum(a.map(vec.sum)),
};
