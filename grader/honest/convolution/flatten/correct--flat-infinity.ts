type Tensor = number | Tensor[];

export function flatten(x: Tensor): number[][] {
  return (x as Tensor[]).map((sample) => [sample].flat(Infinity) as number[]);
}
