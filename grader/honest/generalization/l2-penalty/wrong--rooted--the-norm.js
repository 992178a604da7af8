export function l2Penalty(w, lambda) {
  return lambda * Math.hypot(...w);
}
