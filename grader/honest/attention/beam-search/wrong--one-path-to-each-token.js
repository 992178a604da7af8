export function beamSearch(logProbabilities, start, end, maxLength, width) {
  if (!Number.isInteger(width) || width <= 0) throw new Error('width');
  let beam = [{ tokens: [], score: 0 }];
  for (let step = 0; step < maxLength; step++) {
    const best = new Map();
    for (const { tokens, score } of beam) {
      const last = tokens.length ? tokens[tokens.length - 1] : start;
      const next = last === end ? [{ tokens, score }] : logProbabilities[last].map((p, t) => ({ tokens: [...tokens, t], score: score + p }));
      for (const one of next) {
        const at = one.tokens[one.tokens.length - 1];
        if (!best.has(at) || best.get(at).score < one.score) best.set(at, one);
      }
    }
    beam = [...best.values()].sort((a, b) => b.score - a.score).slice(0, width);
  }
  return beam[0];
}
