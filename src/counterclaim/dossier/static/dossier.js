// Small helps: a row lights its mark and the other way round; long lists can be filtered. Pages work without.
(function () {
  "use strict";

  function light(name, on) {
    document.querySelectorAll("[data-mark]").forEach(function (item) {
      if (item.dataset.mark === name) item.classList.toggle("lit", on);
    });
  }

  function listen(kind, on) {
    document.addEventListener(kind, function (event) {
      for (let item = event.target; item && item.closest; item = item.parentElement) {
        item = item.closest("[data-mark]");
        if (!item) return;
        light(item.dataset.mark, on);
      }
    });
  }

  listen("mouseover", true);
  listen("mouseout", false);
  listen("focusin", true);
  listen("focusout", false);

  const typed = []; // what each filter holds, for a page that is made anew under its reader

  function filtered(list, n) {
    const field = document.createElement("input");
    field.type = "search";
    field.className = "filter";
    field.placeholder = "Show only rows with …";
    field.setAttribute("aria-label", "Show only rows with these words");
    function show() {
      typed[n] = field.value;
      const wanted = field.value.trim().toLowerCase();
      for (const row of list.children) row.hidden = !row.textContent.toLowerCase().includes(wanted);
    }
    field.addEventListener("input", show);
    field.value = typed[n] || "";
    if (field.value) show();
    list.before(field);
  }

  function filters() {
    document.querySelectorAll(".rows.wide, .people").forEach(function (list, n) {
      if (list.children.length > 7) filtered(list, n);
    });
  }

  // In one file each page is a sheet: the menu and the window's title say which one is shown.
  function turned() {
    const sheet = document.querySelector(".sheet:target, .sheet:has(:target)") || document.querySelector(".sheet");
    if (!sheet) return;
    document.title = sheet.getAttribute("aria-label");
    document.querySelectorAll(".pages a").forEach(function (link) {
      if (link.getAttribute("href") === "#" + sheet.id) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
  }

  window.addEventListener("hashchange", turned);
  window.addEventListener("load", turned); // not before: the address is looked for when all is read
  document.addEventListener("counterclaim:shown", filters);
  filters();
})();
