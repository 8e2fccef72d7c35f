// The filters of the table of requirements and regions. Their state stands in the address, so that a link keeps it.
// Without this script the filters are not shown, and the table stands whole.
"use strict";

const filters = document.getElementById("filters");
const matrix = document.getElementById("matrix");
const count = document.getElementById("filter-count");
const rows = [...matrix.querySelectorAll("tr[data-requirement]")];
const selects = [...filters.querySelectorAll("select")];

/** What the address asks for, as far as the filters know it. */
function wanted() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const known = (select) => [...select.options].some((option) => option.value === asked.get(select.name));
  return Object.fromEntries(selects.map((select) => [select.name, known(select) ? asked.get(select.name) : ""]));
}

/** Whether a cell is of the status; `departs` means all that fall short of the baseline or go another way. */
function isOf(cell, status) {
  return status === "departs" ? "departs" in cell.dataset : cell.dataset.status === status;
}

function apply() {
  const chosen = wanted();
  // Without a region that was compared there are no filters by region and status.
  const { level, scope, region = "", status = "" } = chosen;
  for (const select of selects) {
    select.value = chosen[select.name];
  }
  for (const cell of matrix.querySelectorAll("[data-region]")) {
    cell.hidden = region !== "" && cell.dataset.region !== region;
  }
  for (const row of rows) {
    const cells = [...row.querySelectorAll("td[data-region]")];
    for (const cell of cells) {
      // In a column of its own every cell that is left is meant.
      cell.classList.toggle("match", status !== "" && region === "" && isOf(cell, status));
    }
    const ofStatus = status === "" || cells.some((cell) => !cell.hidden && isOf(cell, status));
    const ofLevel = level === "" || row.dataset.level === level;
    row.hidden = !(ofLevel && ofStatus && (scope === "" || row.dataset.scope === scope));
  }
  const columns = 1 + matrix.querySelectorAll("thead [data-region]:not([hidden])").length;
  for (const group of matrix.tBodies) {
    group.hidden = ![...group.querySelectorAll("tr[data-requirement]")].some((row) => !row.hidden);
    group.querySelector(".group th").colSpan = columns;
  }
  count.textContent = count.dataset.words.replace("{shown}", rows.filter((row) => !row.hidden).length);
}

/** Writes what is chosen into the address; whoever follows the address is told. */
function write() {
  const chosen = selects.filter((select) => select.value !== "").map((select) => [select.name, select.value]);
  const hash = chosen.length === 0 ? "" : `#${new URLSearchParams(chosen)}`;
  history.replaceState(null, "", hash || location.pathname + location.search);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

filters.addEventListener("change", write);
filters.addEventListener("submit", (event) => event.preventDefault());
filters.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const select of selects) {
    select.value = "";
  }
  write();
});
addEventListener("hashchange", apply);
filters.hidden = false;
apply();
// Who follows a link to a filtered table wants the table.
if (selects.some((select) => select.value !== "")) {
  filters.scrollIntoView();
}
