export function perplexity(lp: number[]) {
  let loss = 0;
  for (let i = 0; i < lp.length; i++) loss += -lp[i] / lp.length;
  return loss;
}
