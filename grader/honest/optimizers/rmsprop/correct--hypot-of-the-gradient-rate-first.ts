const DEFAULTS = { learningRate: 1e-3, rho: 0.9, epsilon: 1e-7, epsilonInside: false } as const;
export const rmsprop = (state: any, gradient: number[], options: any = {}) => {
  const { learningRate, rho, epsilon, epsilonInside } = { ...DEFAULTS, ...options };
  const pairs = state.v.map((v: number, i: number) => { const g = gradient[i]; return [v - (1 - rho) * (v - g ** 2), g]; });
  const theta = pairs.map(([v, g]: number[], i: number) => state.theta[i] - (learningRate / (Math.sqrt(v + (epsilonInside ? epsilon : 0)) + (epsilonInside ? 0 : epsilon))) * g);
  return { v: pairs.map(([v]: number[]) => v), theta, steps: 1 };
};
