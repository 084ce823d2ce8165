// The claim that has the focus, the line of actions under it, and the keys.
(function () {
  "use strict";

  const desk = window.counterclaim;
  const MARK = "counterclaim.mark";
  const DRAFTS = "counterclaim.drafts";
  const HERE = "counterclaim.here";
  const ACTIONS = [
    ["accept", "a"], ["reject", "r"], ["correct", "e"], ["party", "p"], ["join", "m"], ["take out", "s"], ["note", "n"],
    ["undo", "u"],
  ];
  const CHOICES = {
    kind: ["control", "killed", "wounded", "captured", "trapped", "missing", "displaced", "crowd", "destroyed", "seized",
      "responsibility", "support", "blockade", "movement", "talks", "denial", "statement"],
    polarity: ["+", "-"],
    hedge: ["fact", "claimed", "accused", "suspected", "possible", "denied"],
  };
  const GROUPS = [
    ["claim", "the same claim"], ["actor", "the same speaker"], ["subject", "the same subject"],
    ["object", "the same object"], ["place", "the same place"], ["question", "the same question"],
  ];
  let current = null; // the element that names the mention
  let names = { parties: [], actors: [], places: [] };
  let place = 0;

  // ── making elements; text is only ever set as text ──

  function made(tag, properties, ...children) {
    const item = Object.assign(document.createElement(tag), properties);
    item.append(...children);
    return item;
  }

  function options(pairs) {
    return pairs.map(([value, label]) => made("option", { value: value }, label));
  }

  // ── which claim ──

  function all() {
    return [...document.querySelectorAll("#main [data-mention]")].filter((item) => item.getClientRects().length);
  }

  function block(item) {
    return item.closest(".pair > div, li") || item.parentElement;
  }

  function mention() {
    return current && current.dataset.mention;
  }

  function words() {
    const said = current && (current.querySelector("q") || block(current).querySelector("q, bdi, b"));
    const line = said ? said.textContent.replace(/\s+/g, " ").trim() : "";
    return line.length > 60 ? line.slice(0, 59) + "…" : line;
  }

  function focusOn(item, byKey) {
    if (item === current) return;
    leave();
    current = item;
    if (!item) return;
    place = all().indexOf(item);
    const holder = block(item);
    holder.classList.add("current");
    holder.append(line());
    if (byKey) {
      holder.tabIndex = -1;
      holder.focus({ preventScroll: true });
      holder.scrollIntoView({ block: "nearest" });
    }
  }

  function leave() {
    document.querySelectorAll(".current").forEach((item) => item.classList.remove("current"));
    document.querySelectorAll(".act").forEach((item) => item.remove());
    current = null;
  }

  function step(by) {
    const items = all();
    if (!items.length) return;
    const at = current ? items.indexOf(current) + by : by > 0 ? 0 : items.length - 1;
    focusOn(items[Math.min(Math.max(at, 0), items.length - 1)], true);
  }

  // ── the line ──

  function line() {
    const bar = made("div", { className: "act", role: "toolbar", ariaLabel: "What to do with this claim" });
    for (const [name, letter] of ACTIONS) {
      const button = made("button", { type: "button" }, name + " ", made("kbd", {}, letter));
      button.addEventListener("click", () => act(name));
      bar.append(button);
    }
    const mark = marked();
    if (mark && mark.mention !== mention()) {
      bar.append(made("span", { className: "hint" }, "marked to join: “" + mark.words + "”"));
    }
    return bar;
  }

  function marked() {
    return JSON.parse(sessionStorage.getItem(MARK) || "null");
  }

  function act(name) {
    if (name === "undo") return undo();
    if (!current) return desk.tell("Choose a claim first: j and k move from one to the next.");
    return DEEDS[name]();
  }

  const DEEDS = {
    accept: () => desk.decide({ action: "accept", mentions: [mention()] }, "Accepted."),
    reject: () => desk.decide({ action: "reject", mentions: [mention()] }, "Rejected."),
    correct: correct,
    party: () => nameForm("party", "speaks for", names.parties),
    note: () => form("note", [field("note", "note", "")], (values) => ({ action: "note", note: values.note }), "Noted."),
    join: join,
    "take out": takeOut,
  };

  // ── lines with something to type ──

  function field(name, label, value, list) {
    const input = made("input", { name: name, value: value, autocomplete: "off" });
    if (list) {
      const known = made("datalist", { id: "known-" + name }, ...options([...new Set(list)].map((n) => [n, n])));
      input.setAttribute("list", known.id);
      return made("label", {}, label + " ", input, known);
    }
    return made("label", {}, label + " ", input);
  }

  function choice(name, label, pairs) {
    return made("label", {}, label + " ", made("select", { name: name }, ...options(pairs)));
  }

  // A line in place of the buttons. What is typed is kept as a draft until it is sent or given up.
  function form(name, parts, decision, done, first) {
    const about = mention();
    const draft = about + " " + name;
    const opened = made("form", { className: "act" }, ...parts, made("button", {}, "keep"), " ",
      made("span", { className: "hint" }, "Esc gives up"));
    block(current).querySelectorAll(".act").forEach((item) => item.remove());
    block(current).append(opened);
    fill(opened, drafts()[draft]);
    opened.addEventListener("input", () => keepDraft(draft, Object.fromEntries(new FormData(opened))));
    opened.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.target.matches("select")) return;
      event.preventDefault(); // of itself, Enter sends a field but not a choice
      opened.requestSubmit();
    });
    opened.addEventListener("submit", (event) => {
      event.preventDefault();
      const values = Object.fromEntries([...new FormData(opened)].map(([k, v]) => [k, v.trim()]));
      keepDraft(draft, null);
      close();
      desk.decide({ mentions: [about], ...decision(values) }, done);
    });
    const start = opened.querySelector(first || "input, select");
    start.focus();
    if (start.select) start.select();
    return opened;
  }

  function close() {
    if (!current) return;
    const holder = block(current);
    holder.querySelectorAll(".act").forEach((item) => item.remove());
    holder.append(line());
    holder.tabIndex = -1;
    holder.focus({ preventScroll: true });
  }

  function drafts() {
    return JSON.parse(localStorage.getItem(DRAFTS) || "{}");
  }

  function keepDraft(name, values) {
    const kept = drafts();
    if (values) kept[name] = values;
    else delete kept[name];
    localStorage.setItem(DRAFTS, JSON.stringify(kept));
  }

  function fill(target, values) {
    for (const [name, value] of Object.entries(values || {})) if (target.elements[name]) target.elements[name].value = value;
  }

  async function correct() {
    const about = mention();
    const cells = await got("api/mentions/" + about + "/cells");
    if (!cells || mention() !== about) return;
    const known = { ...CHOICES, party: names.parties, place: names.places };
    for (const slot of ["speaker", "subject", "object", "via"]) known[slot] = [...names.actors, ...names.parties];
    const slots = choice("slot", "correct", cells.map((cell) => [cell.slot, cell.slot]));
    const value = field("value", "to", "", []);
    const shown = form("correct", [slots, value], (values) => ({
      action: "correct", slot: values.slot, value: typed(values.slot, values.value),
    }), "Corrected.", "select");
    const show = () => {
      const slot = shown.elements.slot.value;
      shown.elements.value.value = (cells.find((cell) => cell.slot === slot) || {}).value || "";
      shown.querySelector("datalist").replaceChildren(...options((known[slot] || []).map((n) => [n, n])));
      shown.elements.value.placeholder = "empty for none";
    };
    const draft = drafts()[about + " correct"];
    shown.elements.slot.addEventListener("change", show);
    show();
    fill(shown, draft);
  }

  // What the server takes: nothing typed is no value; two days are a range; names with commas between them are a list.
  function typed(slot, text) {
    if (slot === "via") return text ? text.split(",").map((n) => n.trim()).filter(Boolean) : [];
    if (!text) return null;
    const days = text.split(" to ");
    if (slot === "when" && days.length === 2) return { from: days[0].trim(), to: days[1].trim() };
    return text;
  }

  function nameForm(action, label, list) {
    form(action, [field("value", label, "", list)], (values) => ({ action: action, value: values.value || null }),
      "Party set.");
  }

  function join() {
    const mark = marked();
    if (!mark || mark.mention === mention()) {
      sessionStorage.setItem(MARK, mark ? "null" : JSON.stringify({ mention: mention(), words: words() }));
      desk.tell(mark ? "No longer marked." : "Marked. Go to the claim to join it with, on any page, and press m again.");
      return close();
    }
    form("join", [choice("slot", "join with “" + mark.words + "” as", GROUPS)], (values) => {
      sessionStorage.removeItem(MARK);
      return { action: "merge", mentions: [mark.mention, mention()], slot: values.slot };
    }, "Joined.");
  }

  // Takes this mention out of its claim, or its speaker's or place's name from those of the others.
  async function takeOut() {
    const about = mention();
    const own = await got("api/mentions/" + about);
    const told = own && (await got("api/mentions?limit=1000&claim=" + encodeURIComponent(own.claim)));
    if (!told || mention() !== about) return;
    const others = told.items.map((m) => m.id).filter((id) => id !== about);
    if (!others.length) return desk.tell("This claim stands in one place only; there is nothing to take it out of.");
    form("take out", [choice("slot", "not", GROUPS), field("value", "but", "", [...names.actors, ...names.places])], (values) => ({
      action: "split", mentions: [...others, about], slot: values.slot, value: values.value || null,
    }), "Taken out.");
  }

  async function undo() {
    const stamped = current && block(current).querySelector(".decided");
    const about = stamped ? (await got("api/mentions/" + mention() + "/decisions")) || [] : [];
    const last = about.length ? about[about.length - 1].id : desk.made[desk.made.length - 1];
    if (!last) return desk.tell("Nothing was decided here; all decisions are in their list, and can be undone there.");
    return desk.decide({ action: "undo", value: last }, "Undone.");
  }

  async function got(path) {
    const answer = await fetch(desk.root() + path).catch(() => null);
    return answer && answer.ok ? answer.json() : null;
  }

  // ── keys ──

  const KEYS = {
    j: () => step(1), k: () => step(-1), "/": seek, "?": help, g: hardest, o: open, Escape: escape,
  };
  for (const [name, letter] of ACTIONS) KEYS[letter] = () => act(name);

  function seek() {
    desk.bar().querySelector("input[type=search]").focus();
  }

  function help() {
    const keys = desk.bar().querySelector("details");
    keys.open = !keys.open;
  }

  function hardest() {
    location.href = desk.root() + "next" + (mention() ? "?after=" + encodeURIComponent(mention()) : "");
  }

  function open() {
    const link = current && (current.matches("a") ? current : block(current).querySelector("a.num"));
    if (link) link.click();
  }

  function escape() {
    const keys = desk.bar().querySelector("details");
    if (keys.open) keys.open = false;
    else if (document.querySelector("form.act")) close();
    else leave();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input, textarea, select");
    if (typing && event.key === "Escape") {
      event.target.blur();
      return escape();
    }
    const deed = typing ? null : KEYS[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  });

  document.addEventListener("click", (event) => {
    const holder = event.target.closest("#main li, #main .pair > div");
    if (!holder || event.target.closest(".act, form, summary")) return;
    const item = holder.matches("[data-mention]") ? holder : holder.querySelector("[data-mention]");
    if (item && block(item) === holder) focusOn(item, false);
  });

  document.addEventListener("focusin", (event) => {
    const item = event.target.closest("#main [data-mention]");
    if (item && item !== current && !event.target.closest(".act")) focusOn(item, false);
  });

  // ── the page made anew: the same claim keeps the focus and its place on the screen ──

  let left = null;

  document.addEventListener("counterclaim:leaving", () => {
    left = current && {
      mention: mention(), top: block(current).getBoundingClientRect().top, focused: block(current).contains(document.activeElement),
      nth: all().filter((item) => item.dataset.mention === mention()).indexOf(current), scroll: scrollY,
    };
    leave();
  });

  document.addEventListener("counterclaim:shown", () => {
    if (!left) return;
    const items = all();
    const same = items.filter((item) => item.dataset.mention === left.mention);
    const item = same[Math.min(left.nth, same.length - 1)] || items[Math.min(place, items.length - 1)];
    if (item) {
      focusOn(item, left.focused);
      if (same.length) scrollBy(0, block(item).getBoundingClientRect().top - left.top);
    }
    left = null;
  });

  // ── an address with a claim in it gives that claim the focus; a page that is loaded again keeps it ──

  window.addEventListener("pagehide", () => {
    sessionStorage.setItem(HERE, JSON.stringify({ path: location.pathname + location.search, mention: mention() }));
  });

  function back() {
    const last = JSON.parse(sessionStorage.getItem(HERE) || "null");
    if (!last || last.path !== location.pathname + location.search) return;
    focusOn(all().find((item) => item.dataset.mention === last.mention) || null, true);
  }

  function arrive() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return back();
    const note = target.dataset.mark && document.querySelector('#main [data-mention="' + CSS.escape(target.dataset.mark) + '"]');
    const item = target.matches("[data-mention]") ? target : target.querySelector("[data-mention]") || note;
    if (item) focusOn(item, true);
  }

  window.addEventListener("hashchange", arrive);
  got("api/names").then((known) => (names = known || names));
  arrive();
})();
