type Tensor = number | Tensor[];

export function expandDims(x: Tensor, axis = 0): Tensor {
  let rank = 0;
  for (let part = x; Array.isArray(part); part = part[0]!) rank++;
  if (axis < -(rank + 1) || axis > rank) throw new RangeError(`axis ${axis} of rank ${rank}`);
  const wrap = (part: Tensor, depth: number): Tensor =>
    depth === 0 ? [part] : (part as Tensor[]).map((item) => wrap(item, depth - 1));
  return wrap(x, axis < 0 ? axis + rank + 1 : axis);
}
