interface Path { tokens: number[]; score: number }

export function beamSearch(logProbabilities: number[][], start: number, end: number, maxLength: number, width: number): Path {
  if (!Number.isInteger(width) || width < 1) throw new Error('width must be a positive integer');
  let paths: Path[] = [{ tokens: [], score: 0 }];
  for (let t = 0; t < maxLength; t++) {
    const next: Path[] = [];
    for (const path of paths) {
      const last = path.tokens.at(-1) ?? start;
      if (last === end) {
        next.push(path);
        continue;
      }
      const best = logProbabilities[last].map((p, token) => ({ p, token })).sort((a, b) => b.p - a.p).slice(0, width);
      for (const { p, token } of best) next.push({ tokens: [...path.tokens, token], score: path.score + p });
    }
    paths = next;
  }
  return paths.reduce((a, b) => (b.score > a.score ? b : a));
}
