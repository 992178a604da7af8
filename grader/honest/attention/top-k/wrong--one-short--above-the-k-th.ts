type V=number[];
const ck=(z:V,k:number)=>{if(!Number.isInteger(k)||k<1||k>z.length)throw new RangeError('k');};
export const topK=(z:V,k:number)=>{ck(z,k);const t=z.toSorted((a,b)=>b-a)[k-1];const e=z.map(v=>v>t?Math.exp(v):0);const s=e.reduce((a,b)=>a+b)||1;return e.map(v=>v/s);};
