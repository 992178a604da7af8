export function beamSearch(logProbabilities, start, end, maxLength, width) {
  if (!(width > 0) || width % 1 !== 0) throw new Error('bad width');
  let open = [[0, []]];
  const finished = [];
  for (let t = 0; t < maxLength && open.length > 0; t++) {
    const next = open
      .flatMap(([score, tokens]) => logProbabilities[tokens.at(-1) ?? start].map((lp, v) => [score + lp, tokens.concat(v)]))
      .sort((a, b) => b[0] - a[0])
      .slice(0, width);
    finished.push(...next.filter(([, tokens]) => tokens.at(-1) === end));
    open = next.filter(([, tokens]) => tokens.at(-1) !== end);
  }
  const [score, tokens] = finished.concat(open).reduce((best, each) => (each[0] > best[0] ? each : best));
  return { tokens, score };
}
