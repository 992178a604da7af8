interface Path {
  tokens: number[];
  score: number;
}

export function beamSearch(logProbs: number[][], start: number, end: number, maxLength: number, width: number): Path {
  if (!Number.isInteger(width) || width < 1) throw new RangeError(`width: a positive integer, not ${width}`);
  let beam: Path[] = [{ tokens: [], score: 0 }];
  for (let step = 0; step < maxLength; step++) {
    const all = beam.flatMap(({ tokens, score }) =>
      logProbs[tokens.at(-1) ?? start].map((p, i) => ({ tokens: [...tokens, i], score: score + p })),
    );
    beam = all.sort((x, y) => y.score - x.score).slice(0, width);
  }
  const [{ tokens, score }] = beam;
  const stop = tokens.indexOf(end);
  return { tokens: stop < 0 ? tokens : tokens.slice(0, stop + 1), score };
}
