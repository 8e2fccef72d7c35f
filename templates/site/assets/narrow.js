// On a narrow screen what is said about a form would push its first field off it, and what works with scripts alone is shown.
// Neither deferred nor in the head: it stands right behind what it folds, so that nothing moves that was shown before.
"use strict";

{
  const isNarrow = matchMedia("(max-width: 60rem)").matches;
  for (const one of document.querySelectorAll("[data-fold]")) {
    one.open = !isNarrow;
  }
  for (const one of document.querySelectorAll("[data-scripted]")) {
    one.hidden = false;
  }
}
