type M=number[][];
type O={smooth?:boolean,normalize?:boolean};
const df=(c:M)=>c[0].map((_,j)=>c.filter(r=>r[j]>0).length);
const idf=(c:M,smooth:boolean)=>df(c).map(d=>smooth?Math.log((1+c.length)/(1+d))+1:d===0?0:Math.log(c.length/d)+1);
const mul=(c:M,w:number[])=>c.map(r=>r.map((v,j)=>v===0?0:v*w[j]));
export const tfIdf=(c:M,{smooth=true,normalize=true}:O={})=>{const m=mul(c,idf(c,smooth));return normalize?m.map(r=>{const s=r.reduce((a,b)=>a+b,0);return r.map(v=>v/s);}):m;};
