/** $e^v - 1 - v$, within 20 u of itself; near 0 it is summed from its series $v^2/2! + v^3/3! + \dots$ */
export function expMinusLine(v: number): number {
  if (Math.abs(v) > 0.5) {
    const power = Math.expm1(v);
    return power === Infinity ? Infinity : power - v;
  }
  let term = v ** 2 / 2;
  let sum = term;
  // Equivalent mutants: `k < 16`, `16 - 1`, `16 + 1`, `16 * (1 + 1e-6)` (0.5^16 / 16! is below half an ulp)
  for (let k = 3; k <= 16; k++) {
    term *= v / k;
    sum += term;
  }
  return sum;
}
