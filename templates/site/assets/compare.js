// Shows the sets and topics that are picked. What is picked stands in the address, so that a link keeps it. Without this
// script nothing can be picked, and everything is shown.
"use strict";

const MOST = 5;
const pick = document.getElementById("pick");
const told = document.getElementById("picked");
const boxes = (name) => [...pick.elements].filter((box) => box.name === name);

/** The values that the address names and that there are, in the order of the page. */
function wanted(name) {
  const asked = (new URLSearchParams(location.hash.slice(1)).get(name) ?? "").split(",");
  return boxes(name).map((box) => box.value).filter((value) => asked.includes(value));
}

function apply() {
  const sets = wanted("r").slice(0, MOST);
  const topics = wanted("t");
  for (const box of boxes("r")) {
    box.checked = sets.includes(box.value);
    box.disabled = sets.length === MOST && !box.checked;
  }
  for (const box of boxes("t")) {
    box.checked = topics.includes(box.value);
  }
  // One set cannot be compared, and nothing picked means all.
  const shown = sets.length > 1 ? sets : boxes("r").map((box) => box.value);
  for (const column of document.querySelectorAll("[data-set]")) {
    column.hidden = !shown.includes(column.dataset.set);
  }
  const sections = [...document.querySelectorAll("[data-topic]")];
  for (const section of sections) {
    section.hidden = topics.length > 0 && !topics.includes(section.dataset.topic);
  }
  const count = sections.filter((section) => !section.hidden).length;
  const words = told.dataset.words.replace("{sets}", shown.length).replace("{topics}", count);
  told.textContent = sets.length === 1 ? told.dataset.tooFew : words;
}

/** Writes what is picked into the address; whoever follows the address is told. */
function write() {
  const picked = (name) => boxes(name).filter((box) => box.checked).map((box) => box.value).join(",");
  const parts = ["r", "t"].map((name) => [name, picked(name)]).filter(([, values]) => values !== "");
  const hash = parts.map(([name, values]) => `${name}=${values}`).join("&");
  history.replaceState(null, "", hash === "" ? location.pathname + location.search : `#${hash}`);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

pick.addEventListener("change", write);
pick.addEventListener("submit", (event) => event.preventDefault());
pick.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const box of [...boxes("r"), ...boxes("t")]) {
    box.checked = false;
  }
  write();
});
addEventListener("hashchange", apply);
pick.hidden = false;
apply();
// Who is to pick among topics that a link has named wants to see them.
pick.querySelector("details").open = wanted("t").length > 0;
