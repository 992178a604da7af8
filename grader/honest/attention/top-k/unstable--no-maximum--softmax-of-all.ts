type V=number[];
const ck=(z:V,k:number)=>{if(!Number.isInteger(k)||k<1||k>z.length)throw new RangeError('k');};
const order=(z:V)=>z.map((_,i)=>i).sort((a,b)=>z[b]-z[a]||a-b);
export const topK=(z:V,k:number)=>{ck(z,k);const e=z.map(Math.exp);const s=e.reduce((a,b)=>a+b);const p=e.map(v=>v/s);const keep=order(z).slice(0,k);const t=keep.reduce((a,i)=>a+p[i],0);return p.map((v,i)=>keep.includes(i)?v/t:0);};
