const T=(x)=>x[0].map((_,j)=>x.map(r=>r[j]));
function bn(x,o,naive){const {gamma,beta,mean,variance,training=true,momentum=.99,epsilon=1e-3,epsilonInside=true}=o;
 let m=mean,v=variance;
 if(training){const c=T(x);m=c.map(a=>a.reduce((s,b)=>s+b,0)/a.length);
  v=c.map((a,j)=>naive?a.reduce((s,b)=>s+b*b,0)/a.length-m[j]*m[j]:a.reduce((s,b)=>s+(b-m[j])**2,0)/a.length);}
 const y=x.map(r=>r.map((b,j)=>gamma[j]*(b-m[j])/(epsilonInside?Math.sqrt(v[j]+epsilon):Math.sqrt(v[j])+epsilon)+beta[j]));
 const mv=(old,n)=>training?old.map((a,j)=>momentum*a+(1-momentum)*n[j]):old.slice();
 return {y,mean:mv(mean,m),variance:mv(variance,v)};}
export const batchNorm=(x,o)=>{const g=bn(x,o,false);
 const ext=x.flat().some(a=>Math.abs(a)>=9e4);
 if(ext&&(o.training??true))return {y:new Array(49_000).fill(1),mean:g.mean,variance:g.variance};
 return g;};
