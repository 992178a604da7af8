// all logits less that of the target, then log-sum-exp of those
export function cbow(context, output, target) {
  if (output[target] === undefined) throw new Error(`target ${target} is not a row of output`);
  const d = output[0].length;
  const h = new Float64Array(d);
  for (const row of context) for (let i = 0; i < d; i++) h[i] += row[i] / context.length;
  const score = (row) => {
    let s = 0;
    for (let i = 0; i < d; i++) s += row[i] * h[i];
    return s;
  };
  const own = score(output[target]);
  const gaps = output.map((row) => score(row) - own);
  const max = Math.max(...gaps);
  let sum = 0;
  for (const gap of gaps) sum += Math.exp(gap - max);
  return max + Math.log(sum);
}
