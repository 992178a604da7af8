type Weights = { wx: number[][]; wh: number[][]; b: number[] };

export function rnn(x: number[][][], { wx, wh, b }: Weights): number[][][] {
  const result: number[][][] = [];
  for (const sample of x) {
    let h: number[] = new Array(b.length).fill(0);
    const states: number[][] = [];
    for (const input of sample) {
      const next: number[] = [];
      for (let j = 0; j < b.length; j++) {
        let z = b[j];
        for (let i = 0; i < input.length; i++) z += input[i] * wx[i][j];
        for (let k = 0; k < h.length; k++) z += h[k] * wh[k][j];
        next.push(Math.tanh(z));
      }
      h = next;
      states.push(h);
    }
    result.push(states);
  }
  return result;
}
