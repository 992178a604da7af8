export function greedyDecode(logProbabilities, start, end, maxLength) {
  if (start < 0 || start >= logProbabilities.length || start % 1 !== 0) throw new RangeError('start');
  const out = [];
  let at = start;
  do {
    let best = -Infinity;
    let arg = -1;
    for (const [token, p] of logProbabilities[at].entries()) {
      if (p >= best) {
        best = p;
        arg = token;
      }
    }
    out.push(arg);
    at = arg;
  } while (at !== end && out.length < maxLength);
  return out;
}
