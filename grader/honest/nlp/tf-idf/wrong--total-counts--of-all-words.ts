type M=number[][];
type O={smooth?:boolean,normalize?:boolean};
const l2=(m:M)=>m.map(r=>{const n=Math.sqrt(r.reduce((s,v)=>s+v*v,0));return n>0?r.map(v=>v/n):r;});
const mul=(c:M,w:number[])=>c.map(r=>r.map((v,j)=>v===0?0:v*w[j]));
export const tfIdf=(c:M,{smooth=true,normalize=true}:O={})=>{const N=c.flat().reduce((s,v)=>s+v,0);const m=mul(c,c[0].map((_,j)=>c.reduce((s,r)=>s+r[j],0)).map(d=>smooth?Math.log((1+N)/(1+d))+1:d?Math.log(N/d)+1:0));return normalize?l2(m):m;};
