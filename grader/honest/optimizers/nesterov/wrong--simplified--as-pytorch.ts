type State = { theta: number[]; m: number[] };

export function nesterov({ theta, m }: State, { a, b }: { a: number[][]; b: number[] }, { learningRate = 0.01, gamma = 0.9 } = {}): State {
  const g = b.map((bi, i) => a[i]!.reduce((sum, aij, j) => sum + aij * theta[j]!, -bi));
  const buffer = m.map((old, i) => gamma * old + g[i]!);
  const update = g.map((gi, i) => gi + gamma * buffer[i]!);
  return { theta: theta.map((w, i) => w - learningRate * update[i]!), m: buffer };
}
