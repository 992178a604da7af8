const sig = (z: number) => 1 / (1 + Math.exp(-z));
export function lstm(x: number[][][], weights: any): Float64Array[][] {
  const U = weights.input.b.length, B = x.length, T = x[0].length;
  const H = Array.from({ length: B }, () => new Float64Array(U)), C = H.map((h) => h.slice()), out: Float64Array[][] = H.map(() => []);
  const drive = (g: any, b: number, t: number, j: number) => { let z = g.b[j]; for (let k = 0; k < U; k++) z += H[b][k] * g.w[k][j]; for (let k = 0; k < x[b][t].length; k++) z += x[b][t][k] * g.w[U + k][j]; return z; };
  for (let t = 0; t < T; t++) for (let b = 0; b < B; b++) {
    const next = C[b].map((c, j) => c * sig(drive(weights.forget, b, t, j)) + sig(drive(weights.input, b, t, j)) * Math.tanh(drive(weights.candidate, b, t, j)));
    const h = next.map((c, j) => sig(drive(weights.output, b, t, j)) * Math.tanh(c));
    C[b] = next; H[b] = h; out[b].push(h);
  }
  return out;
}
