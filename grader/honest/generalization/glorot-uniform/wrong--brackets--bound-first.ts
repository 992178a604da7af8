export function glorotUniform(random, fanIn, fanOut) {
  const bound = (6 / fanIn + fanOut) ** 0.5;
  const out = [];
  for (let i = 0; i < random.length; i++) {
    out[i] = [];
    for (let j = 0; j < random[i].length; j++) out[i][j] = bound * (random[i][j] * 2 - 1);
  }
  return out;
}
