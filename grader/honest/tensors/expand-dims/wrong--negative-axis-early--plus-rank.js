const depth = (x) => (Array.isArray(x) ? 1 + depth(x[0]) : 0);
const put = (x, k) => (k <= 0 ? [x] : x.map((y) => put(y, k - 1)));
export const expandDims = (x, axis = 0) => {
  const r = depth(x);
  if (axis < -r - 1 || axis > r) throw new Error('bad axis');
  return put(x, axis < 0 ? axis + r : axis);
};
