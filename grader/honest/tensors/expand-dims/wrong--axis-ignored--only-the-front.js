export function expandDims(x, axis = 0) {
  let rank = 0;
  for (let p = x; Array.isArray(p); p = p[0]) rank += 1;
  if (axis < -rank - 1 || axis > rank) throw new Error('axis');
  return [x];
}
