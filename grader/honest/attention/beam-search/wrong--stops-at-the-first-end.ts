export function beamSearch(lp: number[][], start: number, end: number, maxLength: number, width: number) {
  if (!Number.isInteger(width) || width < 1) throw new Error();
  let beams = [{ tokens: [] as number[], score: 0 }];
  for (let t = 0; t < maxLength; t++) {
    beams = beams.flatMap((b) => lp[b.tokens.at(-1) ?? start].map((x, v) => ({ tokens: [...b.tokens, v], score: b.score + x })))
      .sort((a, b) => b.score - a.score).slice(0, width);
    const ended = beams.find((b) => b.tokens.at(-1) === end);
    if (ended) return ended;
  }
  return beams[0];
}
