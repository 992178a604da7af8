const C = Math.SQRT2 / Math.sqrt(Math.PI);
function gelu(z) {
  if (z > 50) return z;
  if (z < -50) return 0;
  const cubed = Math.pow(z, 3);
  const t = Math.tanh(C * z + C * 0.044715 * cubed);
  return (z + z * t) / 2;
}
export { gelu };
