export function dropout(x, random, options = {}) {
  const rate = 'rate' in options ? options.rate : 0.5;
  if (!(rate >= 0 && rate <= 1)) throw new Error('rate must be from 0 to 1');
  if (random.length !== x.length || random[0].length !== x[0].length) throw new Error('shapes differ');
  if (options.training === false) return x.slice();
  const y = x.map((row) => row.map(() => 0));
  for (let n = 0; n < x.length; n++)
    for (let i = 0; i < x[n].length; i++) if (random[n][i] >= rate) y[n][i] = x[n][i] / (1 - rate);
  return y;
}
