type V=number[];
const ck=(p:number)=>{if(!(p>=0&&p<=1))throw new RangeError('p');};
const sm=(z:V)=>{const m=Math.max(...z);const e=z.map(v=>Math.exp(v-m));const s=e.reduce((a,b)=>a+b,0);return e.map(v=>v/s);};
const order=(z:V)=>z.map((_,i)=>i).sort((a,b)=>z[b]-z[a]||a-b);
export const topP=(z:V,p:number)=>{ck(p);const q=sm(z);const o=z.map(()=>0);let c=0;for(const i of order(z)){if(c+q[i]>p)break;o[i]=q[i];c+=q[i];}return o;};
