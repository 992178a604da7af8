export function adam(state, g, {learningRate:lr=0.001,beta1:b1=0.9,beta2:b2=0.999,epsilon:eps=1e-7}={}) {
  
  const {theta, m, v, t} = state; const T = t+1;
  const out = {theta: [], m: [], v: [], t: t+1};
  for (let i = 0; i < theta.length; i++) {
    const mm = b1*m[i]+(1-b1)*g[i], vv = b2*v[i]+(1-b2)*g[i]*g[i];
    const mh = mm, vh = vv;
    out.theta.push(Math.fround(theta[i] - lr*mh/(Math.sqrt(vh)+eps))); out.m.push(Math.fround(mm)); out.v.push(Math.fround(vv));
  }
  return out;
}
