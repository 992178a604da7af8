import { DARK, LIGHT, type Scheme } from './palette.ts';
import { PANEL_STYLE, statusColours } from './panel-style.ts';

function variables(scheme: Scheme): string {
  const { statuses, ...rest } = scheme;
  const plain = Object.entries(rest).map(([name, colour]) => `--${name}:${colour}`);
  return [...plain, ...statusColours((status, part) => statuses[status][part])].join(';');
}

/** The style sheet of every page, in one string because the page is one file. */
export const STYLE = `
:root{${variables(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
@media print{:root{${variables({ ...LIGHT, paper: '#ffffff' })}}}
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:break-word;
 font:16px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main,header.page,footer.page{max-width:62rem;margin:0 auto;padding:0 1.25rem}
header.page{padding-top:3rem}
footer.page{padding-top:2rem;padding-bottom:3rem;color:var(--soft);font-size:.875rem}
/* A name without spaces may break anywhere, and then does not widen its container; our own words stay whole. */
[hidden]{display:none!important}
.filters{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin:0 0 1rem;font-size:.875rem}
.filters label{display:flex;flex-direction:column;color:var(--soft);min-width:0;max-width:100%}
.filters input,.filters select,.filters button{font:inherit;color:var(--ink);background:var(--panel);border:1px solid var(--line);
 border-radius:6px;padding:.35rem .5rem;max-width:16rem}
.filters :focus-visible{outline:2px solid var(--accent);outline-offset:1px}
.filters output{color:var(--soft);padding:.35rem 0}
table.sections th[scope=row]{text-transform:none}
bdi,code,pre,dd,h1,h3,.message,.chip,blockquote,.decided{overflow-wrap:anywhere}
h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem;letter-spacing:-.015em;font-weight:650}
h2{font-size:1.4rem;line-height:1.3;margin:0 0 1rem;letter-spacing:-.01em;font-weight:650}
h3{font-size:1.1rem;line-height:1.4;margin:0;font-weight:600}
h4{font-size:.8125rem;line-height:1.4;margin:1.25rem 0 .5rem;font-weight:600;color:var(--soft)}
p{margin:.5rem 0;max-width:48rem}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
code,pre,td.num,.grid{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
code{font-size:.9em}
pre{margin:.5rem 0;padding:.75rem 1rem;background:var(--paper);border:1px solid var(--line);border-radius:6px;
 font-size:.8125rem;line-height:1.5;overflow-x:auto;white-space:pre-wrap}
.soft{color:var(--soft)}
.copy{user-select:all;-webkit-user-select:all}
nav.page ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:1rem 0 0}
section.part{margin-top:3.5rem}
.panel{background:var(--panel);border:1px solid var(--line);border-radius:10px;padding:1.25rem 1.5rem;margin:1rem 0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:1.25rem 1.5rem;margin:0 0 1.5rem}
.figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dd{margin:0;font-size:1.75rem;line-height:1.2;font-weight:600;font-variant-numeric:tabular-nums}
.figures dd small{font-size:1rem;font-weight:400;color:var(--soft)}
.figures dt{color:var(--soft);font-size:.875rem}
.notice{border-left:4px solid var(--unstable-bar)}
.notice ul{margin:.5rem 0 0;padding-left:1.25rem}
.chips{display:flex;flex-wrap:wrap;gap:.375rem;list-style:none;padding:0;margin:.5rem 0}
.chip{display:inline-block;padding:.05rem .55rem;border-radius:999px;font-size:.8125rem;line-height:1.5;font-weight:550;
 background:var(--line)}
.clusters{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:1rem}
.clusters .panel{margin:0}
.sentence::first-letter{text-transform:uppercase}
table.list{border-collapse:collapse;width:100%;font-size:.9375rem}
table.list th{text-align:left;font-size:.8125rem;font-weight:600;color:var(--soft);padding:.25rem .75rem .5rem 0;
 border-bottom:1px solid var(--line);vertical-align:bottom}
table.list td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);vertical-align:top}
table.list tr:last-child td{border-bottom:0}
table.list td{overflow-wrap:anywhere}
table.list td:first-child{min-width:8rem}
table.list td.num{font-size:.875rem}
table.list .num{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums;padding-right:1.25rem}
table.list .chips{margin:0}
/* Many columns keep their headings and scroll, beside what each row is about. */
table.wide td{overflow-wrap:normal}
table.wide tr>:first-child{position:sticky;left:-3px;min-width:6rem;max-width:10rem;overflow-wrap:anywhere;background:var(--paper)}
/* A long name leaves room for the others; the blocks of a large class line up, and are drawn when they come into sight. */
.block{content-visibility:auto;contain-intrinsic-size:auto 5000px}
table.students{table-layout:fixed}
table.students th:first-child{width:28%}
table.students th.num{width:9rem}
.block:not(:first-of-type) thead{display:none}
.who{font-size:.9375rem}
details{margin:.25rem 0}
summary{cursor:pointer;color:var(--soft);font-size:.9375rem}
svg{display:block}
figure.spread{display:grid;grid-template-columns:minmax(0,38rem) minmax(10rem,1fr);gap:0 2rem;align-items:center}
.spread figcaption{grid-column:1/-1;font-size:1rem}
.spread h4{margin-top:0}
.spread .chips{flex-direction:column;align-items:flex-start}
svg.histogram{width:100%;height:auto;font-size:13px}
svg.histogram text{fill:var(--soft)}
svg.histogram .count{fill:var(--ink)}
svg.histogram .column{fill:var(--accent)}
svg.histogram .rule{stroke:var(--line)}
svg.histogram .axis{stroke:var(--soft)}
svg.stack{width:100%;height:14px;border-radius:4px;overflow:hidden;margin:.625rem 0}
.item-head h2,.item-head h3{margin:0;min-width:0}
h2 .chip,h3 .chip{vertical-align:.1em;margin-left:.25rem}
.item-head{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;justify-content:space-between}
mark{background:var(--unstable-fill);color:inherit;border-radius:2px}
blockquote{margin:.75rem 0;padding:.75rem 1rem;border:1px solid var(--line);border-left:4px solid var(--accent);border-radius:6px;
 max-width:46rem}
.student{margin-top:2.5rem;padding-top:1.5rem;border-top:1px solid var(--line)}
.student>.item-head h3{font-size:1.3rem}
.student>.item-head .soft{font-weight:400;font-size:1rem}
${PANEL_STYLE}
@media screen and (max-width:40rem){
 body{font-size:15px}
 main,header.page,footer.page{padding-left:1rem;padding-right:1rem}
 header.page{padding-top:1.75rem}
 h1{font-size:1.6rem}
 figure.spread{display:block}
 .spread h4{margin-top:1rem}
 .spread .chips{flex-direction:row}
 svg.histogram{font-size:17px}
 .panel{padding:1rem}
 /* A row becomes two lines: what and how many, below it the rest. One of many numbers would lose what each of them is. */
 table.list:not(.wide),table.list:not(.wide) tbody{display:block}
 table.list:not(.wide) thead{display:none}
 table.list:not(.wide) tr{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.25rem 1rem;padding:.625rem 0;border-bottom:1px solid var(--line)}
 table.list:not(.wide) tr:last-child{border-bottom:0}
 table.list:not(.wide) td,table.list:not(.wide) td.num{padding:0;border:0}
 table.list:not(.wide) td:last-child{grid-column:1/-1}
}
@page{margin:15mm}
@media print{
 html{color-scheme:light}
 body{font-size:10pt}
 *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
 nav.page,.screen{display:none}
 main,header.page,footer.page{max-width:none;padding:0}
 a{color:inherit;text-decoration:none}
 section.part{margin-top:2rem}
 h2,h3,h4,figcaption,.label{break-after:avoid}
 .panel,figure,blockquote,tr,.notice{break-inside:avoid}
 .exercise,.item{break-inside:auto}
 .item-head,.stack,.item .chips{break-inside:avoid;break-after:avoid}
 pre{white-space:pre-wrap;break-inside:avoid}
 .student:has(.exercise){break-before:page;border-top:0;margin-top:0;padding-top:0}
 /* Paper does not scroll: the numbers of a wide grid get smaller, and go on in a second line. */
 .scroll{overflow:visible}
 .pair{grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr))}
 .pair.wide{grid-template-columns:minmax(0,1fr)}
 table.grid td,table.grid th{white-space:normal;overflow-wrap:anywhere}
 table.wide{font-size:7pt}
 table.wide th,table.wide td,table.wide .num{font-size:inherit;white-space:normal;overflow-wrap:anywhere;padding-right:.3rem}
 table.wide tr>:first-child{position:static;min-width:0}
 .wide table.grid{font-size:6pt}
 .wide table.grid td,.wide table.grid th{padding:.1rem .15rem;font-size:inherit}
 .block{content-visibility:visible}
 details::details-content{content-visibility:visible;display:block;height:auto}
}
`;
