class Scaler {
  learningRate = 0.001; rho = 0.9; epsilon = 1e-7; epsilonInside = false;
  constructor(options) { Object.assign(this, options); }
  root(v) { return this.epsilonInside ? (v + this.epsilon) ** 0.5 : v ** 0.5 + this.epsilon; }
  *theta(state, g, v) { for (const [i, p] of state.theta.entries()) yield p - this.learningRate * (g[i] / this.root(v[i])); }
  step(state, gradient) { const { rho } = this; const v = Float64Array.from(state.v, (v, i) => { const g = gradient[i]; return v - (1 - rho) * (v - g ** 2); }); return { theta: Float64Array.from(this.theta(state, gradient, v)), v }; }
}
export const rmsprop = (state, gradient, options) => new Scaler(options).step(state, gradient);
