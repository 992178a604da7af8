function argmax(values: number[]): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) {
    if (values[i] > values[best]) best = i;
  }
  return best;
}

export function greedyDecode(logProbabilities: number[][], start: number, end: number, maxLength: number): number[] {
  if (!Number.isInteger(start) || start < 0 || start >= logProbabilities.length) throw new RangeError('start is not a token');
  const output: number[] = [];
  let current = start;
  for (let step = 0; step < maxLength; step++) {
    current = argmax(logProbabilities[current]);
    output.push(current);
    if (current === end) return output;
  }
  return output;
}
