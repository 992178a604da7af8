type Layer = { w: number[][]; b: number[]; activation: string };
class Trace { drives: Float64Array[][] = []; activations: Float64Array[][] = []; }
function run(a: ArrayLike<number>[], [first, ...rest]: Layer[], trace: Trace): Trace {
  if (!first) return trace;
  const d = a.map((r) => { const z = new Float64Array(first.b); for (let i = 0; i < r.length; i++) for (let j = 0; j < z.length; j++) z[j] += first.w[i][j] * r[i]; return z; });
  const y = d.map((r) => r.map((z) => first.activation === 'relu' ? (z < 0 ? 0 : z) : first.activation === 'tanh' ? Math.tanh(z) : first.activation === 'sigmoid' ? 1 / (1 + Math.exp(-z)) : z));
  trace.drives.push(d); trace.activations.push(y);
  return run(y, rest, trace);
}
export function mlpForward(x: number[][], layers: Layer[]) { return run(x, layers, new Trace()); }
