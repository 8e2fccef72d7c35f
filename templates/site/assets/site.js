// The switch of languages stays at the provision that is being read. Without this script it leads to the top of
// the page, and the switch beside each heading leads to the same place.
"use strict";

for (const link of document.querySelectorAll("[data-keep-place]")) {
  const keep = () => {
    link.hash = location.hash;
  };
  keep();
  addEventListener("hashchange", keep);
}

// The box in the header leads to the page of search, and so does Ctrl+K (⌘K). Where the page has a box of its own, or the
// header none, they lead to that.
const searching = document.querySelector("form[data-search]");

if (searching) {
  const box = document.querySelector("#search-form input[type=search]") ?? searching.elements.q;
  searching.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${searching.dataset.search}?${new URLSearchParams({ q: searching.elements.q.value })}`);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      if (box.checkVisibility()) {
        box.focus();
        box.select();
      } else {
        location.assign(searching.dataset.search);
      }
    }
  });
}

// What the keyboard goes to must not hide behind a head or a bar that stays in sight (WCAG 2.2, 2.4.11). How high they are depends on
// the names in them and on the size of letters, so that no style can know it.
function keepClear() {
  const { style } = document.documentElement;
  // The room that bars take at an edge: their height, and how far from the edge they stay.
  const room = (bars, edge) => bars.reduce((most, one) => {
    const set = getComputedStyle(one);
    return set.position === "sticky" ? Math.max(most, one.offsetHeight + (parseFloat(set[edge]) || 0)) : most;
  }, 0);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const top = room(all("main thead th, .set-column > .head, .cell-name"), "top");
  // What the form says stands above its buttons, however many lines those take.
  style.setProperty("--buttons", `${room(all(".sheet > .fill-tools"), "bottom")}px`);
  const bottom = room(all(".sheet > .fill-tools, .fill-status"), "bottom");
  style.scrollPaddingTop = top > 0 ? `${top + 12}px` : "";
  style.scrollPaddingBottom = bottom > 0 ? `${bottom + 12}px` : "";
}
keepClear();
addEventListener("resize", keepClear);
// The bars of a form are there once its script is, and grow with what they say.
const bars = new ResizeObserver(keepClear);
document.querySelectorAll(".fill-tools, .fill-status").forEach((one) => bars.observe(one));

// On a narrow screen the contents list would push the text off it.
if (matchMedia("(max-width: 60rem)").matches) {
  for (const list of document.querySelectorAll("details.contents")) {
    list.open = false;
  }
}

// What a text is depends on the day. The page says what it was on the day of the build; here it says what it is on the
// reader's, where the days that it knows tell.
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part, at) => String(part).padStart(at === 0 ? 4 : 2, "0"))
  .join("-");

for (const holder of document.querySelectorAll("[data-holds]")) {
  const { from, superseded, repealed } = holder.dataset;
  const hasCome = (day) => day !== undefined && day <= today;
  let state = "in-force";
  if (from !== undefined && today < from) {
    state = "coming";
  } else if (hasCome(superseded)) {
    state = "superseded";
  } else if (hasCome(repealed)) {
    state = "repealed";
  }
  const said = [...holder.querySelectorAll("[data-state]")];
  // A clock that is behind the build knows no better.
  if (said.some((one) => one.dataset.state === state)) {
    for (const one of said) {
      one.hidden = one.dataset.state !== state;
    }
    for (const built of holder.querySelectorAll("[data-built]")) {
      built.hidden = true;
    }
  }
}

// A link to a place or a page that has moved leads on. Without this script the reader follows the link that stands there.
const followed = document.getElementById(location.hash.slice(1))?.querySelector("a[data-moved]");
const elsewhere = document.querySelector("a[data-moved-page]");
if (followed) {
  location.replace(followed.href);
} else if (elsewhere) {
  location.replace(elsewhere.href + (elsewhere.hash ? "" : location.hash));
}

// What is for reviewers can be hidden. That it is stands in the address, and links to other pages of the site take it along.
const switches = document.querySelectorAll("[data-view-switch]");
const isReader = () => new URLSearchParams(location.search).get("view") === "reader";

function showView() {
  document.documentElement.classList.toggle("reader", isReader());
  for (const one of switches) {
    one.querySelector("button").setAttribute("aria-pressed", isReader());
  }
  for (const link of document.querySelectorAll("a[href]")) {
    if (link.host === location.host && link.protocol === location.protocol && link.pathname.endsWith(".html")) {
      link.search = isReader() ? "?view=reader" : "";
    }
  }
}

for (const one of switches) {
  one.addEventListener("click", () => {
    const address = new URL(location.href);
    address.search = isReader() ? "" : "?view=reader";
    history.replaceState(null, "", address);
    showView();
  });
}
for (const one of switches) {
  one.hidden = !isReader() && !document.querySelector(".editor-note, .requirement-marks, .noted-places");
}
// Permalinks of paragraphs and items stand only where they were asked for: each would be heard behind the words of its item.
for (const one of document.querySelectorAll("[data-link-switch]")) {
  const named = document.querySelectorAll("[data-name][id]");
  one.hidden = named.length === 0;
  one.querySelector("button").addEventListener("click", ({ currentTarget: button }) => {
    const isOn = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", isOn);
    for (const link of document.querySelectorAll(".tools[data-added]")) {
      link.remove();
    }
    for (const place of isOn ? named : []) {
      const tools = Object.assign(document.createElement("span"), { className: "tools" });
      tools.dataset.added = "";
      const link = Object.assign(document.createElement("a"), { className: "permalink", href: `#${place.id}`, textContent: "#" });
      // It may stand in a cell in the other language.
      link.lang = document.documentElement.lang;
      link.setAttribute("aria-label", one.dataset.words.replace("{provision}", place.dataset.name));
      tools.append(link);
      (place.querySelector("p") ?? place.querySelector(".item-body") ?? place).append(" ", tools);
    }
  });
}

// Touching every link of a long page takes time, which most readers need not wait for.
if (isReader()) {
  showView();
}
