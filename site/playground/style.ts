import { DARK, LIGHT } from '../../grader/report/html/palette.ts';
import { PANEL_STYLE, statusColours } from '../../grader/report/html/panel-style.ts';

/** The rules of the playground beside those of the site. A constructed sheet: the page's policy allows no style elements. */
export function addStyle(document: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets.push(sheet);
}

const COLOURS = statusColours((status, part) => {
  return `light-dark(${LIGHT.statuses[status][part]},${DARK.statuses[status][part]})`;
}).join(';');

const STYLE = `
:root{${COLOURS};--code-size:.875rem}
${PANEL_STYLE}
main:has(.playground){max-width:100rem;padding-top:1rem}
.assignment{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:end;justify-content:space-between}
.assignment h1{font-size:1.5rem;margin:0}
.assignment .total{margin:0;font-variant-numeric:tabular-nums}
.assignment .actions{margin:.25rem 0}
.playground .button{font-size:.875rem;padding:.35rem .7rem;min-height:2.25rem}
.notice{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:.5rem 0;padding:.5rem .75rem;border:1px solid var(--line);
 border-left:4px solid var(--accent);border-radius:6px;background:var(--panel)}
.notice p{flex:1 1 18rem;margin:0;overflow-wrap:anywhere}
.columns{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem 1.5rem;margin-top:1rem;align-items:start}
.exercise-list summary{cursor:pointer;font-weight:600;padding:.35rem 0}
.exercise-list ol{list-style:none;margin:.25rem 0;padding:0}
.exercise-choice{display:flex;flex-wrap:wrap;gap:0 .5rem;align-items:baseline;width:100%;min-height:2.5rem;padding:.4rem .6rem;border:1px solid transparent;
 border-radius:6px;background:none;color:var(--ink);font:inherit;text-align:left;cursor:pointer}
.exercise-choice:hover{border-color:var(--line)}
.exercise-choice[aria-current]{background:var(--accent-fill);border-color:var(--accent)}
.exercise-choice .name{flex:1 1 100%;overflow-wrap:anywhere;font-weight:550;font-size:.9375rem}
.exercise-choice .verdict:empty{display:none}
.statement{min-width:0}
.statement h2,.verdict-part h2{margin:0;font-size:1.2rem}
.statement-head p{margin:.1rem 0 .5rem}
.statement h3{font-size:1rem;margin:1.25rem 0 .25rem}
.instructions .formula{padding:.15rem 0;font-size:.95em}
.instructions .scroll>pre{white-space:pre-wrap;width:auto;overflow-wrap:anywhere}
.work{min-width:0}
.files{display:flex;flex-wrap:wrap;align-items:end;justify-content:space-between;gap:.25rem .75rem}
.tabs{display:flex;gap:.125rem;overflow-x:auto;max-width:100%;min-width:0;padding:3px 3px 0}
.tabs button{flex:none;border:1px solid var(--line);border-bottom:0;border-radius:6px 6px 0 0;background:var(--panel);color:var(--soft);
 padding:.4rem .8rem;min-height:2.5rem;font:.875rem ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;cursor:pointer}
.tabs [aria-selected=true]{background:var(--raised);color:var(--ink);box-shadow:inset 0 3px var(--accent)}
.remarked::before{content:"●";margin-left:.4rem;font-size:.6rem;color:var(--wrong-bar);vertical-align:.1em}
.file-actions{display:flex;flex-wrap:wrap;gap:.25rem;padding-bottom:.25rem}
.file-actions .button{border-color:transparent;background:none;color:var(--soft);padding:.3rem .5rem}
.file-actions .button:hover{border-color:var(--line);color:var(--ink)}
.file{border:1px solid var(--line);border-radius:0 6px 6px 6px;overflow:hidden;background:var(--raised)}
.file:focus-within{outline:2px solid var(--accent);outline-offset:1px}
.editor{height:clamp(16rem,45vh,34rem);resize:vertical;overflow:hidden}
.run{display:flex;flex-wrap:wrap;gap:.4rem .75rem;align-items:center;padding:.6rem 0;border-bottom:1px solid var(--line)}
.run .state{font-variant-numeric:tabular-nums}
.run .keys{margin-left:auto}
.verdict-part{padding-top:.9rem}
.verdict-body .exercise{background:var(--raised)}
.verdict-body .panel{padding:1rem 1.25rem}
.verdict-body h3 .chip{margin-left:.25rem;vertical-align:.1em}
.verdict-body h3{margin:0}
.verdict-body h4{font-size:.8125rem;color:var(--soft);margin:1rem 0 .4rem}
.verdict-body pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--panel);margin:.4rem 0;padding:.6rem .8rem}
.verdict-body figure{margin:0}
.verdict-body .pair:not(.wide){grid-template-columns:repeat(auto-fit,minmax(min(100%,10rem),1fr))}
.instructions .scroll{padding:0}
.verdict-body .message{overflow-wrap:anywhere}
.verdict-body blockquote{margin:.75rem 0;padding:.6rem .9rem;border:1px solid var(--line);border-left:4px solid var(--accent);border-radius:6px}
.item-head{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;justify-content:space-between}
table.grid,table.grid td,table.grid th{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.place{display:inline;border:0;background:none;padding:.1rem .2rem;margin:0 -.2rem;color:var(--accent);text-decoration:underline;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9em;min-height:0}
.playground .place{min-height:1.5rem;padding:.1rem .2rem}
.next .button{margin-left:.25rem}
.printed h3{font-size:.9rem;overflow-wrap:anywhere}
.dialog{max-width:min(32rem,calc(100vw - 2rem));border:1px solid var(--line);border-radius:10px;background:var(--raised);color:var(--ink);padding:1.25rem 1.5rem}
.dialog h2{margin:0 0 .5rem;font-size:1.15rem;overflow-wrap:anywhere}
.dialog label{display:block;margin:.5rem 0 .25rem}
.dialog input{width:100%}
.dialog .fault{color:var(--bad-ink);min-height:1.5rem;margin:.35rem 0 0}
.dialog::backdrop{background:rgb(0 0 0/.45)}
.choices{display:flex;flex-wrap:wrap;gap:.1rem 1rem;list-style:none;padding:0;margin:.25rem 0}
.choices a{display:inline-block;padding:.2rem 0}
.chooser .panel h3{margin:0;text-transform:capitalize}
@media (min-width:64rem){
 .columns{grid-template-columns:minmax(0,2fr) minmax(0,3fr)}
 .columns.many{grid-template-columns:13rem minmax(0,2fr) minmax(0,3fr)}
}
@media (max-width:40rem){
 /* Smaller text in a field makes phones zoom in when it is touched. */
 :root{--code-size:1rem}
 .run .keys,.of-folders{display:none}
 .playground .button{min-height:2.75rem}
 .file-actions .button{min-height:2.5rem}
}
@media (prefers-reduced-motion:no-preference){
 .run.running .state{animation:breathe 1.2s ease-in-out infinite alternate}
 @keyframes breathe{from{opacity:1}to{opacity:.45}}
}
`;
