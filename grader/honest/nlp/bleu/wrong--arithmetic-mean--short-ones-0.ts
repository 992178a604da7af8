type S=string[];
const grams=(t:S,n:number)=>{const m=new Map<string,number>();for(let i=0;i+n<=t.length;i++){const k=t.slice(i,i+n).join(' ');m.set(k,(m.get(k)??0)+1);}return m;};
const closest=(c:number,refs:S[])=>refs.map(r=>r.length).reduce((b,l)=>{const d=Math.abs(l-c),e=Math.abs(b-c);return d<e||(d===e&&l<b)?l:b;});
const bp=(c:number,r:number)=>c>r?1:Math.exp(1-r/c);
const prec=(c:S,refs:S[],n:number)=>{let s=0;for(const[g,k]of grams(c,n))s+=Math.min(k,Math.max(...refs.map(r=>grams(r,n).get(g)??0)));return s/Math.max(1,c.length-n+1);};
const ns=(k:number)=>Array.from({length:k},(_,i)=>i+1);
type O={maxOrder?:number};
export const bleu=(c:S,refs:S[],{maxOrder=4}:O={})=>c.length<maxOrder?0:bp(c.length,closest(c.length,refs))*ns(maxOrder).map(n=>prec(c,refs,n)).reduce((a,b)=>a+b)/maxOrder;
