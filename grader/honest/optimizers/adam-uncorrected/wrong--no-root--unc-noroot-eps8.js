export function adamUncorrected({theta,m,v}, g, {learningRate:lr=0.001,beta1:b1=0.9,beta2:b2=0.999,epsilon:eps=1e-8}={}) {
 const th=[],M=[],V=[]; for (const i of theta.keys()) { const mm=b1*m[i]+(1-b1)*g[i], vv=b2*v[i]+(1-b2)*g[i]*g[i]; th.push(theta[i]-lr*mm/(vv+eps)); M.push(mm); V.push(vv); } return {theta:th,m:M,v:V}; }
