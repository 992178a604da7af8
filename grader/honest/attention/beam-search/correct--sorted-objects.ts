interface Hypothesis {
  tokens: number[];
  score: number;
  done: boolean;
}

export function beamSearch(logProbabilities: number[][], start: number, end: number, maxLength: number, width: number) {
  if (!Number.isInteger(width) || width < 1) throw new RangeError('width must be a positive integer');
  let beam: Hypothesis[] = [{ tokens: [], score: 0, done: false }];
  for (let step = 0; step < maxLength; step++) {
    if (beam.every((h) => h.done)) break;
    const candidates: Hypothesis[] = [];
    for (const h of beam) {
      if (h.done) {
        candidates.push(h);
        continue;
      }
      const last = h.tokens.length > 0 ? h.tokens[h.tokens.length - 1] : start;
      logProbabilities[last].forEach((lp, token) => {
        candidates.push({ tokens: [...h.tokens, token], score: h.score + lp, done: token === end });
      });
    }
    candidates.sort((a, b) => b.score - a.score);
    beam = candidates.slice(0, width);
  }
  return { tokens: beam[0].tokens, score: beam[0].score };
}
