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

// On a narrow screen the contents list would push the text off it.
if (matchMedia("(max-width: 60rem)").matches) {
  for (const list of document.querySelectorAll("details.contents")) {
    list.open = false;
  }
}
