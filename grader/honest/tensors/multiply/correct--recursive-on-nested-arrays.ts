type Tensor = number | Tensor[];

const shape = (x: Tensor): number[] => (Array.isArray(x) ? [x.length, ...shape(x[0]!)] : []);

function together(a: Tensor, b: Tensor): Tensor {
  const [ra, rb] = [shape(a).length, shape(b).length];
  if (ra === 0 && rb === 0) return (a as number) * (b as number);
  if (ra > rb) return (a as Tensor[]).map((x) => together(x, b));
  if (rb > ra) return (b as Tensor[]).map((x) => together(a, x));
  const [la, lb] = [a as Tensor[], b as Tensor[]];
  if (la.length !== lb.length && la.length !== 1 && lb.length !== 1) throw new Error('shapes do not broadcast');
  return Array.from({ length: Math.max(la.length, lb.length) }, (_, i) =>
    together(la[la.length === 1 ? 0 : i]!, lb[lb.length === 1 ? 0 : i]!),
  );
}

export function multiply(a: Tensor, b: Tensor): Tensor {
  return together(a, b);
}
