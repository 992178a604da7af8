export function batchNorm(x, { gamma, beta, mean, variance, training=true,momentum=0.1,epsilon=1e-5 }) {
  const n = x.length, d = gamma.length; let M = Array(d).fill(0), V = Array(d).fill(0);
  for (const r of x) for (let j=0;j<d;j++) M[j]+=r[j]/n;
  for (const r of x) for (let j=0;j<d;j++) V[j]+=(r[j]-M[j])**2/n;
  const bm=M, bv=V; if (!training) { M=mean; V=variance; }
  const y = x.map((r)=>r.map((q,j)=>(q-M[j])/(Math.sqrt(V[j]+epsilon))*gamma[j]+beta[j]));
  if (!training) return {y, mean, variance};
  return { y, mean: mean.map((a,j)=>{const b=bm[j];return (1-momentum)*a+momentum*b;}), variance: variance.map((a,j)=>{const b=bv[j];return (1-momentum)*a+momentum*b;}) };
}
