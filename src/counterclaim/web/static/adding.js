// Reports dropped on the page are sent at once; how far the reading is shows as it goes.
(function () {
  "use strict";

  const desk = window.counterclaim;
  const PAUSE = 700;

  async function follow() {
    const place = document.getElementById("adding");
    if (!place || !("running" in place.dataset)) return;
    const answer = await fetch(desk.root() + "api/adding").catch(() => null);
    const state = answer && answer.ok ? await answer.json() : null;
    if (state && !state.running && (await outcome(place))) return;
    if (state && state.running) show(place, state);
    setTimeout(follow, PAUSE);
  }

  // Only what came of it is put in place, so that whoever types the next one into the form sees it too.
  async function outcome(place) {
    const answer = await fetch(location.pathname, { headers: { accept: "text/html" } }).catch(() => null);
    const page = answer && answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page && page.getElementById("adding");
    if (!fresh || "running" in fresh.dataset) return false;
    place.replaceWith(fresh);
    return true;
  }

  function show(place, state) {
    place.querySelector(".stage").textContent = state.stage;
    place.querySelector(".far").textContent = state.of ? state.done + " of " + state.of : "";
    place.querySelector("progress").max = state.of || 1;
    place.querySelector("progress").value = state.done;
  }

  document.addEventListener("dragover", (event) => document.querySelector(".drop") && event.preventDefault());
  document.addEventListener("drop", (event) => {
    const form = document.querySelector(".drop");
    if (!form || !event.dataTransfer.files.length) return;
    event.preventDefault();
    form.elements.files.files = event.dataTransfer.files;
    form.requestSubmit();
  });
  document.addEventListener("counterclaim:shown", follow);
  follow();
})();
