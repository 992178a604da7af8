export const adagrad = (s, grad, {learningRate=0.01,epsilon=1e-10}={}) => {
  const theta = [], v = [];
  grad.forEach((g, i) => { const v0 = s.v[i]; const a = 0.99*v0+0.01*g*g; v.push(a); theta.push(s.theta[i] - (learningRate * g) / (Math.sqrt(a)+epsilon)); });
  return { theta, v };
};
