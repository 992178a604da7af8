import * as before from '../../reference/.before-bench.ts';
import * as after from '../../reference/ndarray.ts';
const n=512; const a=after.tensor([n,n], Float64Array.from({length:n*n},(_,i)=>i)); const t=a.transpose(1,0);
const time=(f:()=>unknown)=>{f();f();const s:number[]=[];for(let i=0;i<7;i++){const b=performance.now();f();s.push(performance.now()-b);}return s.sort((x,y)=>x-y)[3]!;};
for(const [name,f] of Object.entries({flat:(m:any)=>()=>m.flat(a),flatT:(m:any)=>()=>m.flat(t),nested:(m:any)=>()=>m.toNested(a),map:(m:any)=>()=>m.map(a,Math.log),zip:(m:any)=>()=>m.zip(a,t,(x:number,y:number)=>x*y),tensor:(m:any)=>()=>m.tensor([n,n],a.data)})) console.log(name, time(f(before)).toFixed(2), time(f(after)).toFixed(2));
const d=a.data; console.log('from',time(()=>Float64Array.from(d)),'new',time(()=>new Float64Array(d)),'arr.map',time(()=>d.map((x)=>Math.log(x))));
const x4=after.tensor([8,32,32,16]); console.log('flat4',time(()=>before.flat(x4)),time(()=>after.flat(x4)));
