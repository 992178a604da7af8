const assert = (ok: boolean, message: string) => { if (!ok) throw message; };
export function perceptron(x: number[], w: number[], bias: number) {
  assert(x.length === w.length, 'lengths');
  const xs = x.concat(1), ws = [...w, bias];
  return Number(xs.map((v, i) => v * ws[i]).reduce((a, b) => a + b) >= 0);
}
