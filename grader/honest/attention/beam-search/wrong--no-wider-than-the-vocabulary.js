export function beamSearch(logProbabilities, start, end, maxLength, width) {
  if (!Number.isInteger(width) || width < 1) throw new Error('width must be a positive integer');
  const k = Math.min(width, logProbabilities.length);
  let beam = [[0, []]];
  const over = ([, tokens]) => tokens.length === maxLength || tokens[tokens.length - 1] === end;
  while (!beam.every(over)) {
    beam = beam
      .flatMap(([score, tokens]) => {
        if (over([score, tokens])) return [[score, tokens]];
        const row = logProbabilities[tokens.length > 0 ? tokens[tokens.length - 1] : start];
        return row.map((p, token) => [score + p, tokens.concat(token)]);
      })
      .sort((a, b) => b[0] - a[0])
      .slice(0, k);
  }
  const [[score, tokens]] = beam;
  return { tokens, score };
}
