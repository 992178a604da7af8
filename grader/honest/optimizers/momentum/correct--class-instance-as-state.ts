class State { theta: Float64Array; m: Float64Array; constructor(s: { theta: number[]; m: number[] }) { this.theta = Float64Array.from(s.theta); this.m = Float64Array.from(s.m); }
  move(g: number[], { learningRate = 0.01, gamma = 0.9 }: { learningRate?: number; gamma?: number } = {}): this { g.forEach((v, i) => { this.m[i] = this.m[i] * gamma + v; this.theta[i] -= this.m[i] * learningRate; }); return this; } }
export function momentum(state: { theta: number[]; m: number[] }, gradient: number[], options?: object) { return new State(state).move(gradient, options); }
