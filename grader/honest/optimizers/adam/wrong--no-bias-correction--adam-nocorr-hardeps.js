export function adam(state, g, {learningRate:lr=0.001,beta1:b1=0.9,beta2:b2=0.999}={}) {
  const eps=1e-8;
  const {theta, m, v, t} = state; const T = t+1;
  const out = {theta: [], m: [], v: [], t: t+1};
  for (let i = 0; i < theta.length; i++) {
    const mm = b1*m[i]+(1-b1)*g[i], vv = b2*v[i]+(1-b2)*g[i]*g[i];
    const mh = mm, vh = vv;
    out.theta.push(theta[i] - lr*mh/(Math.sqrt(vh)+eps)); out.m.push(mm); out.v.push(vv);
  }
  return out;
}
