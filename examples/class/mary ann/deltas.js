import { sigmoid, dot } from './helpers.js';

// output layer: how far off are we
export function outputDelta(y, t, d, loss = 'mse') {
  const scale = loss === 'mse' ? 2 / y.length : 1;
  return y.map((activation, unit) => scale * (activation - t[unit]));
}

// hidden layer: send the error back through the weights
export function hiddenDelta(deltaNext, wNext, d) {
  const [bias, ...rest] = [...wNext].reverse();
  return rest.reverse().map((weights, unit) => {
    const a = sigmoid(d[unit]);
    return dot(weights, deltaNext) * a * (1 - a);
  });
}
