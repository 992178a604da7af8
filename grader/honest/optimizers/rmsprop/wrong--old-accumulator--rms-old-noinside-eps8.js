export const rmsprop = (s, grad, {learningRate=0.001,rho=0.9,epsilon=1e-8}={}) => {
  const theta = [], v = [];
  grad.forEach((g, i) => { const v0 = s.v[i]; const a = rho*v0+(1-rho)*g*g; v.push(a); theta.push(s.theta[i] - (learningRate * g) / (Math.sqrt(v0)+epsilon)); });
  return { theta, v };
};
