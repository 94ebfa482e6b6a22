// Follows the work without loading the page again, until there is more to show.
const bar = document.querySelector("progress");
const stage = document.querySelector("#stage");
const events = new EventSource("events");
events.onmessage = ({ data }) => {
  const state = JSON.parse(data);
  if (String(state.version) !== document.body.dataset.version) location.reload();
  bar.value = state.percent;
  stage.textContent = `${state.stage}, ${state.percent} %`;
};
events.onerror = () => {
  stage.textContent = "The program does not answer; see its terminal.";
};
