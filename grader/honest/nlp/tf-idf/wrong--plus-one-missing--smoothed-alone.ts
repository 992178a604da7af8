type M=number[][];
type O={smooth?:boolean,normalize?:boolean};
const df=(c:M)=>c[0].map((_,j)=>c.filter(r=>r[j]>0).length);
const l2=(m:M)=>m.map(r=>{const n=Math.sqrt(r.reduce((s,v)=>s+v*v,0));return n>0?r.map(v=>v/n):r;});
const mul=(c:M,w:number[])=>c.map(r=>r.map((v,j)=>v===0?0:v*w[j]));
export const tfIdf=(c:M,{smooth=true,normalize=true}:O={})=>{const m=mul(c,df(c).map(d=>smooth?Math.log((1+c.length)/(1+d)):d?Math.log(c.length/d)+1:0));return normalize?l2(m):m;};
