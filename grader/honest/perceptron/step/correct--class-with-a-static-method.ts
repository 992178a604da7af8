class Neuron { static #fires(z, t) { return !(z < t); } static step(z, ...rest) { const [t = 0] = rest; return Neuron.#fires(z, t) ? 1 : 0; } }
export const step = Neuron.step;
