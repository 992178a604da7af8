export interface Layer {
  w: number[][];
  b: number[];
}

export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export function affine(rows: number[][], { w, b }: Layer, activation: (z: number) => number): number[][] {
  return rows.map((row) =>
    b.map((bias, unit) => {
      let drive = bias;
      for (let i = 0; i < row.length; i++) drive += row[i] * w[i][unit];
      return activation(drive);
    }),
  );
}
