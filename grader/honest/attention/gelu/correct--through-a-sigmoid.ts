class Sigmoid {
  static of(x: number): number {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }
}

// 1 + tanh(w) = 2 s(2w)
export const gelu = (z: number) => z * Sigmoid.of(1.5957691216057308 * z * (1 + 0.044715 * z ** 2));
