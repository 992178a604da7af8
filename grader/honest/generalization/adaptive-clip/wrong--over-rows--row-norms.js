export function adaptiveClip(w, gradient, { clipping = 0.01, epsilon = 1e-3 } = {}) {
  return gradient.map((g, i) => {
    const limit = clipping * Math.max(Math.hypot(...w[i]), epsilon);
    const norm = Math.hypot(...g);
    return norm > limit ? g.map((x) => (x / norm) * limit) : g;
  });
}
