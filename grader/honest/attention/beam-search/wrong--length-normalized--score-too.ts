type H = { tokens: number[]; score: number };
export function beamSearch(logProbabilities: number[][], start: number, end: number, maxLength: number, width: number) {
  if (!Number.isInteger(width) || width < 1) throw new RangeError('width');
  const last = (h: H) => (h.tokens.length === 0 ? start : h.tokens[h.tokens.length - 1]);
  let beam: H[] = [{ tokens: [], score: 0 }];
  for (let t = 0; t < maxLength; t++) {
    const pool: H[] = [];
    for (const h of beam) {
      if (last(h) === end) { pool.push(h); continue; }
      for (let v = 0; v < logProbabilities.length; v++) {
        pool.push({ tokens: h.tokens.concat([v]), score: h.score + logProbabilities[last(h)][v] });
      }
    }
    if (pool.length === 0) break;
    pool.sort((a, b) => b.score / b.tokens.length - a.score / a.tokens.length);
    beam = pool.slice(0, width);
  }
  return { tokens: beam[0].tokens, score: beam[0].score / beam[0].tokens.length };
}
