// What was filled in, kept in this browser: only where the user says so, and never for a form whose content is
// nobody else's business (its page has no such box).
"use strict";

(function (junsoku) {
  const { word, spec } = junsoku.page;
  const box = document.getElementById("_fill-draft");
  const wipe = document.getElementById("_fill-wipe");
  const key = `junsoku:${spec.form}`;
  let waiting;

  // Browsers take all files on a disk for one site, whose pages may read what any of them keeps.
  function warnOfDisk() {
    const note = document.getElementById("_fill-draft-note");
    if (location.protocol === "file:" && note) note.append(` ${word("draft-local")}`);
  }

  // A browser may refuse to keep anything.
  function tried(action) {
    try {
      return { value: action() };
    } catch {
      return { failed: true };
    }
  }

  function mark(isKept) {
    box.checked = isKept;
    wipe.hidden = !isKept;
  }

  function keep() {
    clearTimeout(waiting);
    if (!box?.checked) return;
    const done = tried(() => localStorage.setItem(key, JSON.stringify(junsoku.read())));
    if (done.failed) {
      mark(false);
      junsoku.tell(word("draft-failed"));
    }
  }

  function keepSoon() {
    clearTimeout(waiting);
    if (box?.checked) waiting = setTimeout(keep, 300);
  }

  function forget() {
    clearTimeout(waiting);
    tried(() => localStorage.removeItem(key));
    mark(false);
    box.focus();
    junsoku.tell(word("draft-wiped"));
  }

  // What was kept, if it can still be read.
  function kept() {
    const text = tried(() => localStorage.getItem(key)).value;
    const found = text ? tried(() => JSON.parse(text)).value : undefined;
    const { isRecord } = junsoku.data;
    return isRecord(found) && isRecord(found.fields) && isRecord(found.rows) ? found : undefined;
  }

  function begin() {
    if (!spec.draft || !box) {
      // A form that may not be kept is not, whatever an older page did.
      tried(() => localStorage.removeItem(key));
      return;
    }
    warnOfDisk();
    const found = kept();
    mark(found !== undefined);
    if (found) {
      junsoku.write(found);
      junsoku.tell(word("draft-found"));
    }
    box.addEventListener("change", () => {
      if (box.checked) {
        mark(true);
        keep();
        if (box.checked) junsoku.tell(word("draft-on"));
      } else {
        forget();
      }
    });
    wipe.addEventListener("click", forget);
    addEventListener("pagehide", keep);
  }

  junsoku.draft = { begin, keepSoon, isOn: () => box?.checked === true };
})((globalThis.junsoku ??= {}));
