// The filters of the page of all forms. Their state stands in the address, so that a link keeps it. Without this script the page
// is whole.
"use strict";

(() => {
  const filters = document.getElementById("form-filters");
  const count = document.getElementById("form-count");
  const selects = [...filters.querySelectorAll("select")];

  /** What the address asks for: `#region=minato&task=join`; `#join` alone leads to the task and leaves out nothing. */
  function wanted() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const known = (select) => [...select.options].some((option) => option.value === asked.get(select.name));
    return Object.fromEntries(selects.map((select) => [select.name, known(select) ? asked.get(select.name) : ""]));
  }

  function apply() {
    const { region, task } = wanted();
    let shown = 0;
    for (const select of selects) {
      select.value = { region, task }[select.name];
    }
    for (const section of document.querySelectorAll("[data-task]")) {
      const sets = [...section.querySelectorAll("[data-set]")];
      for (const set of sets) {
        set.hidden = region !== "" && set.dataset.set !== region;
      }
      section.hidden = (task !== "" && section.dataset.task !== task) || sets.every((set) => set.hidden);
      shown += section.hidden ? 0 : sets.filter((set) => !set.hidden).flatMap((set) => [...set.querySelectorAll(".listed-form")]).length;
    }
    count.textContent = count.dataset.words.replace("{shown}", shown);
  }

  function write() {
    const chosen = selects.filter((select) => select.value !== "").map((select) => [select.name, select.value]);
    history.replaceState(null, "", chosen.length === 0 ? location.pathname + location.search : `#${new URLSearchParams(chosen)}`);
    apply();
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
})();
