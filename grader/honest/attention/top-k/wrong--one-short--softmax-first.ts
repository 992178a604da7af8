type V=number[];
const ck=(z:V,k:number)=>{if(!Number.isInteger(k)||k<1||k>z.length)throw new RangeError('k');};
const sm=(z:V)=>{const m=Math.max(...z);const e=z.map(v=>Math.exp(v-m));const s=e.reduce((a,b)=>a+b,0);return e.map(v=>v/s);};
const order=(z:V)=>z.map((_,i)=>i).sort((a,b)=>z[b]-z[a]||a-b);
export const topK=(z:V,k:number)=>{ck(z,k);const p=sm(z);const keep=new Set(order(z).slice(0,k-1));return p.map((v,i)=>keep.has(i)?v:0);};
