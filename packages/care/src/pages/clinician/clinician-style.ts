/** The clinician's report: dense, one column of tables; on paper A4 across, since the alternatives are wide. */
export const CLINICIAN_STYLE = `
:root { color-scheme: light; --ink: #1c2530; --quiet: #55616d; --line: #d5dae0; --wash: #f5f7f9; --accent: #0b5394; --warn: #8a3b00; }
* { box-sizing: border-box; }
html { font-size: 15px; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #fff; color: var(--ink); line-height: 1.5;
  font-family: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
.notice { margin: 0; padding: .5rem 1.25rem; background: #fff6e0; color: #4d3800; border-bottom: 1px solid #e6cf94; font-size: .875rem; text-align: center; }
main { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem 3rem; }
h1 { margin: 1.75rem 0 .25rem; font-size: 1.7rem; line-height: 1.2; font-weight: 650; letter-spacing: -.01em; }
h2 { margin: 2rem 0 .5rem; padding-top: .8rem; border-top: 1px solid var(--line); font-size: 1.2rem; font-weight: 620; }
h3 { margin: 1.2rem 0 .3rem; font-size: .95rem; font-weight: 620; }
p { margin: .4rem 0; }
main p { max-width: 60rem; }
[data-value="date"] { white-space: nowrap; }
ul { margin: .4rem 0; padding-left: 1.1rem; max-width: 60rem; }
.columns { columns: 2 26rem; column-gap: 2.5rem; }
.columns li { break-inside: avoid; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .85rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; color: var(--quiet); vertical-align: bottom; }
th, td { padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); }
td { vertical-align: top; }
th[scope="row"] { color: var(--ink); vertical-align: top; max-width: 18rem; }
th small { font-weight: 400; }
td small, th small { display: block; color: var(--quiet); font-size: .78rem; }
.silent { color: #8b95a0; }
.model { background: var(--wash); padding-left: .6rem; border-left: 3px solid var(--accent); }
.met::before, .notMet::before, .unknown::before { display: inline-block; width: 1.1em; font-weight: 700; }
.met::before { content: "\\2713"; color: #1a6b3c; }
.notMet::before { content: "\\00d7"; color: var(--warn); }
.unknown::before { content: "?"; color: var(--quiet); }
details { margin: .3rem 0; }
summary { cursor: pointer; color: var(--accent); font-size: .875rem; }
.people { display: block; height: 3.2rem; width: auto; }
.people path { fill: none; stroke-width: 4; stroke-dasharray: 4 1; }
.people .all { stroke: #dfe4e9; }
.people .some { stroke: #a8400d; }
.small { color: var(--quiet); font-size: .8rem; }
@media print {
  @page { size: A4 landscape; margin: 12mm 14mm; }
  html { font-size: 9pt; }
  main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  tr, li { break-inside: avoid; }
  tr:has(details), li:has(ul) { break-inside: auto; }
  summary { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .people path, .model, .notice { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
