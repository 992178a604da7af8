type Tensor = number | Tensor[];

export function standardize(x: Tensor): Tensor {
  let [n, mean, squares] = [0, 0, 0];
  const see = (t: Tensor): void => {
    if (typeof t !== 'number') return t.forEach(see);
    n++;
    const before = t - mean;
    mean += before / n;
    squares += before * (t - mean);
  };
  see(x);
  const deviation = Math.sqrt(squares / n) || 1;
  const scale = (t: Tensor): Tensor => (typeof t === 'number' ? (t - mean) / deviation : t.map(scale));
  return scale(x);
}
