/** log(1 + e^z), which is -log sigmoid(-z): only powers of at most 1 are taken, so that nothing overflows. */
export function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}
