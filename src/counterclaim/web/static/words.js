// A claim that the program missed: words selected in a report's text, with their kind and who says them.
(function () {
  "use strict";

  const desk = window.counterclaim;
  const KINDS = ["control", "killed", "wounded", "captured", "trapped", "missing", "displaced", "crowd", "destroyed",
    "seized", "responsibility", "support", "blockade", "movement", "talks", "denial", "statement"];
  let names = [];

  function made(tag, properties, ...children) {
    const item = Object.assign(document.createElement(tag), properties);
    item.append(...children);
    return item;
  }

  // Offsets are code points into the report's text; the numbers of notes between its words are not part of it.
  function offset(prose, node, at) {
    const range = document.createRange();
    range.setStart(prose, 0);
    range.setEnd(node, at);
    const before = range.cloneContents();
    before.querySelectorAll(".ref").forEach((item) => item.remove());
    return Number(prose.dataset.start) + [...before.textContent].length;
  }

  // The selected words of one paragraph; nothing where none or those of several are selected.
  function selected() {
    const chosen = document.getSelection();
    if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return null;
    const range = chosen.getRangeAt(0);
    const prose = owner(range.startContainer);
    if (!prose || owner(range.endContainer) !== prose) return null;
    const copy = range.cloneContents();
    copy.querySelectorAll(".ref").forEach((item) => item.remove());
    const words = copy.textContent;
    const start = offset(prose, range.startContainer, range.startOffset);
    const lead = [...words].length - [...words.trimStart()].length;
    const said = words.trim();
    return said ? { prose: prose, words: said, start: start + lead, end: start + lead + [...said].length } : null;
  }

  function owner(node) {
    return (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".prose[data-start]");
  }

  function offer() {
    const found = selected();
    const old = document.querySelector(".offer");
    if (!found) return old && old.remove();
    if (old) return;
    const button = made("button", { type: "button" }, "add these words as a claim ", made("kbd", {}, "c"));
    button.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
    button.addEventListener("click", ask);
    found.prose.after(made("div", { className: "act offer" }, button));
  }

  function ask() {
    const found = selected();
    if (!found) return desk.tell("Select the words of the claim first, in one paragraph of a report.");
    document.querySelectorAll(".offer, form.act").forEach((item) => item.remove());
    const known = made("datalist", { id: "known-speakers" }, ...names.map((n) => made("option", { value: n })));
    const speaker = made("input", { name: "speaker", autocomplete: "off", placeholder: "empty if unknown" });
    speaker.setAttribute("list", known.id);
    const kind = made("select", { name: "kind" }, ...KINDS.map((n) => made("option", { value: n }, n)));
    const form = made("form", { className: "act adding" }, made("q", {}, found.words), " ",
      made("label", {}, "is a claim of ", kind), " ", made("label", {}, "said by ", speaker, known), " ",
      made("button", {}, "keep"), " ", made("span", { className: "hint" }, "Esc gives up"));
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") form.remove();
      if (event.key === "Enter" && event.target === kind) form.requestSubmit();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      form.remove();
      desk.decide({ action: "add", value: claim(found, kind.value, speaker.value.trim()) }, "Added.");
    });
    found.prose.after(form);
    document.getSelection().removeAllRanges();
    kind.focus();
  }

  function claim(found, kind, speaker) {
    const report = document.querySelector("article.text").dataset.report;
    const value = { report: report, content: [[found.start, found.end]], kind: kind };
    return speaker ? { ...value, speaker: speaker } : value;
  }

  let waiting = null;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(offer, 150);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "c" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input, textarea, select")) return;
    event.preventDefault();
    ask();
  });

  fetch(desk.root() + "api/names").then((answer) => answer.json()).then((known) => {
    names = [...known.actors, ...known.parties];
  }, () => {});
})();
