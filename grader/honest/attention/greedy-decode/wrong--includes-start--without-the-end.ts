type M=number[][];
const am=(r:number[])=>{let b=0;r.forEach((v,i)=>{if(v>r[b])b=i;});return b;};
const ck=(l:M,s:number)=>{if(!Number.isInteger(s)||s<0||s>=l.length)throw new RangeError('start');};
export const greedyDecode=(l:M,start:number,end:number,maxLength:number)=>{ck(l,start);const out=[start];for(let k=0;k<maxLength;k++){const t=am(l[out.at(-1)!]);if(t===end)break;out.push(t);}return out;};
