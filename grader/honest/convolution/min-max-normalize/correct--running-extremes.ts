type Tensor = number | Tensor[];

function* leaves(x: Tensor): Generator<number> {
  if (typeof x === 'number') yield x;
  else for (const part of x) yield* leaves(part);
}

export function minMaxNormalize(x: Tensor): Tensor {
  let low = Infinity;
  let high = -Infinity;
  for (const e of leaves(x)) {
    if (e < low) low = e;
    if (e > high) high = e;
  }
  if (low === high) return map(x, () => 0);
  return map(x, (e) => (e - low) / (high - low));
}

function map(x: Tensor, f: (e: number) => number): Tensor {
  return typeof x === 'number' ? f(x) : x.map((part) => map(part, f));
}
