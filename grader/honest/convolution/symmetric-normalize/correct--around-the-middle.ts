type Tensor = number | Tensor[];

export function symmetricNormalize(x: Tensor): Tensor {
  const flat = [x].flat(Infinity) as number[];
  const low = flat.reduce((a, b) => Math.min(a, b));
  const high = flat.reduce((a, b) => Math.max(a, b));
  const half = (high - low) / 2;
  const middle = low + half;
  const go = (t: Tensor): Tensor => {
    if (typeof t !== 'number') return t.map(go);
    return half === 0 ? -1 : (t - middle) / half;
  };
  return go(x);
}
