export function glorotNormal(random, fanIn, fanOut) {
  const limit = Math.sqrt(6 / (fanIn + fanOut));
  const w = [];
  for (const row of random) w.push(row.map((z) => z * limit));
  return w;
}
