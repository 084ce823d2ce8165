// What every page of the workspace shares: decisions on their way to the server, news from others, the page made anew.
(function () {
  "use strict";

  const PENDING = "counterclaim.pending";
  const MINE = "counterclaim.mine"; // the last decision made in this tab
  const POLL = 4000; // milliseconds between looks for what others decided
  const RETRY = 3000;
  const PAUSE = 250;
  const made = []; // the decisions of this tab that can be undone, the last one last
  let sending = false;
  let refreshing = null;
  let stale = false;

  const bar = () => document.getElementById("desk");
  const root = () => bar().dataset.root;

  const mine = () => Number(sessionStorage.getItem(MINE) || 0);

  function tell(text) {
    bar().querySelector(".news").textContent = text;
  }

  function stored(key) {
    try {
      return JSON.parse(localStorage.getItem(key)) || [];
    } catch {
      return [];
    }
  }

  function key() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
  }

  // A decision is kept in this browser until the server says that it is on its disk.
  function decide(decision, words) {
    const entry = { decision: { ...decision, key: key() }, words: words };
    localStorage.setItem(PENDING, JSON.stringify([...stored(PENDING), entry]));
    if (!bar().dataset.user) return askName();
    tell("Keeping …");
    return send();
  }

  function askName() {
    location.href = root() + "name?to=" + encodeURIComponent(location.pathname + location.search + location.hash);
  }

  function dropped(entry) {
    const rest = stored(PENDING).filter((other) => other.decision.key !== entry.decision.key);
    localStorage.setItem(PENDING, JSON.stringify(rest));
  }

  async function send() {
    if (sending || !bar().dataset.user) return;
    sending = true;
    try {
      for (let entry = stored(PENDING)[0]; entry; entry = stored(PENDING)[0]) {
        const answer = await post("api/decisions", entry.decision);
        if (answer.status >= 500 || answer.status === 429) throw new Error(answer.detail);
        dropped(entry);
        if (answer.ok) kept(answer.body, entry.words);
        else tell("Not kept: " + answer.detail);
      }
    } catch {
      tell("Not kept yet: the workspace cannot be reached or is busy. It is tried again; nothing is lost.");
      setTimeout(send, RETRY);
    } finally {
      sending = false;
    }
  }

  async function post(path, content) {
    const answer = await fetch(root() + path, {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(content),
    });
    if (answer.status === 401) location.reload();
    const body = await answer.json().catch(() => ({}));
    return { ok: answer.ok, status: answer.status, body: body, detail: body.detail || "the workspace made a mistake" };
  }

  function kept(decision, words) {
    if (decision.action === "undo") {
      const place = made.indexOf(decision.value);
      if (place >= 0) made.splice(place, 1);
    } else {
      made.push(decision.id);
    }
    sessionStorage.setItem(MINE, decision.id);
    tell(words + (decision.action === "undo" ? "" : " u undoes it."));
    soon();
  }

  // Who presses key after key sees the page made anew once, at the end.
  function soon() {
    clearTimeout(refreshing);
    refreshing = setTimeout(() => refresh(bar().querySelector(".news").textContent), PAUSE);
  }

  // The page as it is now, put in place of the one shown. Whoever is typing is not disturbed: it waits.
  async function refresh(words) {
    if (busy()) {
      stale = true;
      if (words) tell(words);
      return;
    }
    stale = false;
    clearTimeout(refreshing);
    const answer = await fetch(location.pathname + location.search, {
      headers: { accept: "text/html", "x-patient": "1" },
    }).catch(() => null);
    if (!answer || answer.status >= 500) return tell("The workspace cannot be reached; this page may be out of date.");
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!fresh.getElementById("desk")) return location.reload();
    if (answer.redirected) history.replaceState(history.state, "", answer.url); // a decision gave the page another name
    document.dispatchEvent(new Event("counterclaim:leaving"));
    bar().replaceWith(fresh.getElementById("desk"));
    document.getElementById("main").replaceWith(fresh.getElementById("main"));
    document.title = fresh.title;
    document.dispatchEvent(new Event("counterclaim:shown"));
    if (words) tell(words);
  }

  function busy() {
    const open = document.querySelector("form.act");
    const chosen = document.getSelection();
    const field = document.activeElement;
    return Boolean(open || (chosen && !chosen.isCollapsed) || (field && field.matches("input, textarea, select")));
  }

  async function listen() {
    if (document.hidden || sending) return;
    if (stale) return refresh("");
    const answer = await fetch(root() + "api/news?after=" + bar().dataset.last).catch(() => null);
    if (!answer || !answer.ok) return;
    const news = await answer.json();
    if (String(news.number) === bar().dataset.number && news.last >= mine()) return;
    const others = [...new Set(news.decisions.map((d) => d.user))].filter((user) => user !== bar().dataset.user);
    refresh(others.length ? others.join(", ") + " decided something; this page shows it." : "This page was made anew.");
  }

  setInterval(listen, POLL);
  document.addEventListener("visibilitychange", listen);
  window.addEventListener("storage", (event) => event.key === PENDING && send());

  window.counterclaim = { bar: bar, root: root, tell: tell, decide: decide, refresh: refresh, made: made };
  send();
  if (Number(bar().dataset.last) < mine()) refresh(""); // the page came before the last decision was compared with all
})();
