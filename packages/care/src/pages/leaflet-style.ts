/** The leaflet's style: large type, one column, dark on light; on paper A4, or A5 where the printer is set to it. */
export const LEAFLET_STYLE = `
:root { color-scheme: light; --ink: #1c2530; --quiet: #55616d; --line: #d5dae0; --wash: #f5f7f9; --accent: #0b5394; }
* { box-sizing: border-box; }
html { font-size: 18px; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #fff; color: var(--ink); line-height: 1.6;
  font-family: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
.notice { margin: 0; padding: .55rem 1.25rem; background: #fff6e0; color: #4d3800; border-bottom: 1px solid #e6cf94; font-size: .875rem; text-align: center; }
.notice strong { display: block; }
main { max-width: 40rem; margin: 0 auto; padding: 0 1.25rem 3rem; }
h1 { margin: 2.5rem 0 1.5rem; font-size: 2rem; line-height: 1.2; font-weight: 650; letter-spacing: -.015em; text-wrap: balance; }
h2 { margin: 2.25rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 1.25rem; line-height: 1.3; font-weight: 620; }
p { margin: .5rem 0; }
ul { margin: .5rem 0; padding-left: 1.25rem; }
li { margin: .2rem 0; }
.teach-back { margin: 1rem 0 0; padding: .6rem .9rem; background: var(--wash); border-left: 4px solid var(--accent); break-inside: avoid; break-before: avoid; }
.teach-back b { display: block; color: var(--quiet); font-size: .8125rem; font-weight: 600; }
.choices { padding: 0; list-style: none; break-inside: avoid; }
.choices li { display: flex; gap: .75rem; align-items: baseline; }
.choices li::before { content: ""; flex: none; width: .9rem; height: .9rem; border: 1.5px solid var(--ink); }
.lines { height: 7.2rem; margin: .5rem 0; background: repeating-linear-gradient(transparent 0 2.3rem, var(--line) 2.3rem 2.4rem); }
.small { color: var(--quiet); font-size: .8125rem; line-height: 1.45; }
[data-value="date"], [data-value="contact"] { font-weight: 600; }
@media print {
  @page { size: auto; margin: 14mm 14mm 16mm; }
  html { font-size: 11.5pt; }
  main { max-width: none; padding: 0; }
  h1 { margin-top: 1.2rem; }
  h2 { break-after: avoid; margin-top: 1.4rem; }
  p, li { orphans: 3; widows: 3; }
  .notice { border: 1px solid #e6cf94; }
  .lines { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
