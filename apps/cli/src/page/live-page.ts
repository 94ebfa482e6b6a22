import type { Plan, PlanSite } from "@tributary/plan";
import { html, raw } from "hono/html";
import { describeDelays, describePlace } from "../output/plan-words.ts";
import type { PageState } from "./page-state.ts";

/** Follows the work without loading the page again, until there is more to show. */
export const LIVE_SCRIPT = `const bar = document.querySelector("progress");
const stage = document.querySelector("#stage");
const events = new EventSource("/events");
events.onmessage = ({ data }) => {
  const state = JSON.parse(data);
  if (String(state.version) !== document.body.dataset.version) location.reload();
  bar.value = state.percent;
  stage.textContent = state.stage + ", " + state.percent + " %";
};
events.onerror = () => { stage.textContent = "The program does not answer; see its terminal."; };
`;

const STYLE = `:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1.25rem; background: #fff; color: #1c2530; line-height: 1.55;
  font-family: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
.notice { padding: .55rem 1rem; background: #fff6e0; color: #4d3800; border: 1px solid #e6cf94; }
progress { width: 100%; height: 1.25rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding-bottom: .5rem; }
th, td { text-align: left; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid #d5dae0; vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
`;

/** Seconds until a page without scripts loads itself again. */
const REFRESH_s = 2;

/** What the server shows while the work lasts: stage, share done, and the provisional ranking as soon as there is one. */
export function buildLivePage(title: string, { version, stage, percent }: PageState, provisional?: Plan): string {
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<noscript><meta http-equiv="refresh" content="${REFRESH_s}"></noscript>
<title>${title}</title>
<style>${raw(STYLE)}</style>
</head>
<body data-version="${version}">
<p class="notice" role="note">Research, planning and training use; not for diagnosis or live care.</p>
<main>
<h1>${title}</h1>
<p><label for="progress">Computing on this computer; the report comes here by itself.</label></p>
<progress id="progress" max="100" value="${percent}"></progress>
<p id="stage" role="status">${stage}, ${percent} %</p>
${provisional ? raw(buildRanking(provisional)) : ""}
</main>
<script src="/live.js"></script>
</body>
</html>
`);
}

function buildRanking({ sites }: Plan): string {
  if (sites.length === 0) return "<p>Provisional, on a coarse mesh: no site can be paced from.</p>";
  return String(html`<table>
<caption>Provisional ranking, on a coarse mesh and without draws: it may change</caption>
<thead><tr><th scope="col">Rank</th><th scope="col">Site</th><th scope="col">Vector</th><th scope="col">Delays</th>
<th scope="col">Total activation time, ms</th><th scope="col">QRS, ms</th></tr></thead>
<tbody>
${raw(sites.map(buildRow).join(""))}</tbody>
</table>`);
}

function buildRow(site: PlanSite): string {
  return String(html`<tr><td>${site.rank}</td><th scope="row">${describePlace(site)}</th><td>${site.settings.vectorName}</td>
<td>${describeDelays(site.settings)}</td><td class="number">${site.totalActivationTime_ms.value.toFixed(0)}</td>
<td class="number">${site.qrsDuration_ms.value.toFixed(0)}</td></tr>
`);
}
