class Nucleus {
  constructor(logits) {
    const total = logits.reduce((s, z) => s + Math.exp(z), 0);
    this.tokens = logits.map((z, id) => ({ id, p: Math.exp(z) / total })).sort((a, b) => b.p - a.p);
  }
  cut(p) {
    let before = 0;
    return this.tokens.filter((t, rank) => {
      const keep = rank === 0 || before < p;
      before += t.p;
      return keep;
    });
  }
}

export const topP = (logits, p) => {
  if (p < 0 || p > 1) throw new Error('p');
  const kept = new Nucleus(logits).cut(p);
  const mass = kept.map((t) => t.p).reduce((a, b) => a + b);
  const out = new Float64Array(logits.length);
  for (const { id, p } of kept) out[id] = p / mass;
  return out;
};
