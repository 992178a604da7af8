const grams = (words, n) => {
  const out = [];
  for (let i = n; i <= words.length; i++) out.push(JSON.stringify(words.slice(i - n, i)));
  return out;
};

const tally = (list) => {
  const counts = Object.create(null);
  list.forEach((g) => (counts[g] = (counts[g] || 0) + 1));
  return counts;
};

export function bleu(candidate, references, options = {}) {
  const N = options.maxOrder || 4;
  if (candidate.length < N) return 0;
  let product = 1;
  for (let n = 1; n <= N; n++) {
    const mine = tally(grams(candidate, n));
    const theirs = references.map((r) => tally(grams(r, n)));
    const hits = Object.keys(mine).reduce((s, g) => s + Math.min(mine[g], Math.max(...theirs.map((t) => t[g] || 0))), 0);
    product *= hits / grams(candidate, n).length;
  }
  const byCloseness = references.map((r) => r.length).sort((a, b) => Math.abs(a - candidate.length) - Math.abs(b - candidate.length) || a - b);
  return Math.min(1, Math.exp(1 - byCloseness[0] / candidate.length)) * Math.pow(product, 1 / N);
}
