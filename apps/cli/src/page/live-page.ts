import type { Plan, PlanSite } from "@tributary/plan";
import { html, raw } from "hono/html";
import { describeDelays, describePlace } from "../output/plan-words.ts";
import type { PageState } from "./page-state.ts";

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
<link rel="stylesheet" href="live.css">
</head>
<body data-version="${version}">
<p class="notice" role="note">Research, planning and training use; not for diagnosis or live care.</p>
<main>
<p id="session" class="quiet" hidden>Opened without a session: everything here can be read, stored cases stay closed.</p>
<noscript><p class="quiet">Opened without scripts, and so without a session: everything here can be read, stored cases stay closed.</p></noscript>
<h1>${title}</h1>
<p><label for="progress">Computing on this computer; the report comes here by itself.</label></p>
<progress id="progress" max="100" value="${percent}"></progress>
<p id="stage" role="status">${stage}, ${percent} %</p>
${provisional ? raw(buildRanking(provisional)) : ""}
</main>
<script type="module" src="session.js"></script>
<script type="module" src="live.js"></script>
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
