export function clipByValue(gradient: number[], low: number, high: number): number[] {
  if (low > high) throw new RangeError('low is above high');
  const out: number[] = [];
  for (const g of gradient) {
    if (g < low) out.push(low);
    else if (g > high) out.push(high);
    else out.push(g);
  }
  return out;
}
