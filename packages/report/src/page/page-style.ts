import { PICTURE_NOTICE } from "../svg/picture.ts";

/**
 * The page's style: one measure, system fonts, dark on light, contrast of at least 4.5 to 1; on paper the folded tables
 * open and the notice stands at the foot of each page.
 */
export const PAGE_STYLE = `
:root { color-scheme: light; --ink: #1c2530; --quiet: #55616d; --line: #d5dae0; --wash: #f5f7f9; --link: #0b5394; }
* { box-sizing: border-box; }
html { font-size: 16px; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #fff; color: var(--ink); line-height: 1.55;
  font-family: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
.notice { margin: 0; max-width: none; padding: .55rem 1.25rem; background: #fff6e0; color: #4d3800; border-bottom: 1px solid #e6cf94;
  font-size: .875rem; text-align: center; }
.page, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { margin: 3rem 0 2rem; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; font-weight: 650; letter-spacing: -.015em; text-wrap: balance; }
.subtitle { margin: .5rem 0 0; color: var(--quiet); font-size: 1.0625rem; max-width: 46rem; }
.banner { margin: 1.25rem 0 0; max-width: none; padding: .7rem 1rem; background: #fdecea; color: #6b1710; border: 1px solid #e2a49c; border-left: 5px solid #b3261e; font-weight: 600; }
.answer { margin: 1.25rem 0 0; max-width: 50rem; font-size: 1.1875rem; line-height: 1.5; }
.facts { margin: 1.75rem 0 0; display: grid; grid-template-columns: repeat(3, 1fr); gap: 1px; background: var(--line); border: 1px solid var(--line); }
.facts.four { grid-template-columns: repeat(4, 1fr); }
@media (max-width: 40rem) { .facts, .facts.four { grid-template-columns: 1fr; } }
.facts div { background: #fff; padding: .75rem .9rem; }
.facts dt { color: var(--quiet); font-size: .8125rem; }
.facts dd { margin: .1rem 0 0; font-size: 1.1875rem; font-weight: 600; line-height: 1.3; }
.facts span { display: block; margin-top: .15rem; font-size: .8125rem; font-weight: 400; color: var(--quiet); }
h2 { margin: 3rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 1.3rem; line-height: 1.3; font-weight: 620; }
p { max-width: 44rem; margin: .6rem 0; }
a { color: var(--link); }
nav ol { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; font-size: .9375rem; }
figure { margin: 1.5rem 0 2.25rem; }
.picture { margin: 0 auto; }
.picture svg { display: block; width: 100%; height: auto; }
figcaption { max-width: 44rem; margin: .5rem auto 0; color: var(--quiet); font-size: .9375rem; }
details { max-width: 44rem; margin: .5rem auto 0; font-size: .9375rem; }
summary { cursor: pointer; color: var(--link); width: fit-content; }
summary:focus-visible, a:focus-visible, .table:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.table { overflow-x: auto; margin: .75rem 0 1.25rem; }
table { min-width: min(22rem, 100%); border-collapse: collapse; font-size: .9375rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--quiet); font-size: .875rem; padding: 0 0 .4rem; }
th, td { padding: .32rem 1.4rem .32rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-weight: 600; border-bottom: 1.5px solid var(--ink); }
.dense { font-size: .8125rem; }
.dense th, .dense td { padding-right: .8rem; }
.number { text-align: right; }
td.number { white-space: nowrap; }
.on-paper { display: none; }
.assumptions, .sources { max-width: 46rem; padding-left: 1.3rem; font-size: .9375rem; }
.assumptions li, .sources li { margin: .3rem 0; }
.source { color: var(--quiet); }
.source::before { content: "— "; }
footer { margin-top: 4rem; padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .875rem; }
footer p { margin: .2rem 0; }
@media print {
  @page { size: A4; margin: 16mm 15mm 20mm;
    @bottom-left { content: "${PICTURE_NOTICE}"; font: 8pt sans-serif; color: #55616d; white-space: nowrap; }
    @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #55616d; } }
  html { font-size: 10.5pt; }
  header { margin-top: 1rem; }
  .page, footer { max-width: none; padding: 0; }
  .notice { border: 1px solid #e6cf94; }
  h2 { break-after: avoid; margin-top: 1.2rem; padding-top: .7rem; }
  figure { margin: .8rem 0 1.2rem; }
  .picture, tr { break-inside: avoid; }
  figcaption { break-before: avoid; }
  table { font-size: 8.5pt; }
  .dense { font-size: 7.5pt; }
  .dense th, .dense td { padding-right: .55rem; }
  .answer { margin-top: .7rem; font-size: 1.0625rem; line-height: 1.45; }
  .facts { margin-top: .9rem; grid-template-columns: repeat(3, 1fr); }
  .facts.four { grid-template-columns: repeat(4, 1fr); }
  .facts div { padding: .4rem .6rem; }
  .facts dd { font-size: 1.0625rem; }
  .banner, .answer, .facts, .short { break-inside: avoid; }
  header { margin-bottom: .5rem; }
  .on-screen { display: none; }
  .on-paper { display: block; break-before: page; }
  .on-paper table { font-size: 7.5pt; }
  th, td { padding-top: .12rem; padding-bottom: .12rem; }
  thead { display: table-header-group; }
  nav, summary { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .table { overflow: visible; }
}
`;
