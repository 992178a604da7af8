type V=number[];
type M=number[][];
const dot=(a:V,b:V)=>a.reduce((s,v,i)=>s+v*b[i],0);
const sg=(z:number)=>1/(1+Math.exp(-z));
export const skipGramNegativeSampling=(center:V,context:V,negatives:M)=>-Math.log(negatives.reduce((s,n)=>s*sg(-dot(n,center)),sg(dot(center,context))));
