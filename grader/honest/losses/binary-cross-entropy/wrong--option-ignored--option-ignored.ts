const log = Math.log;
const soft = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
export function binaryCrossEntropy(y, t, { fromLogits = false } = {}) {
  
  let s = 0;
  y.forEach((v, i) => {
    const p = t[i], q = v, z = v;
    if (fromLogits) s += (p && p * -log(q)) + (1 - p && (1 - p) * -log(1 - q));
    else { if (p !== 0) s += p * -log(q); if (p !== 1) s += (1 - p) * -log(1 - q); }
  });
  return s / y.length;
}
