// Keeps an open page of `junsoku serve` as its content is: reloads it where it changed, and lays findings over it.
// It comes from the server only and is never published.
(() => {
  "use strict";
  const own = document.currentScript;
  const { page, version } = own.dataset;
  const KEY = "junsoku-serve-place";

  /** The first element with an id that can be seen, and how far below the top of the window it stands. */
  const place = () => {
    const found = [...document.querySelectorAll("[id]")].find((element) => element.getBoundingClientRect().bottom > 0);
    return { page, id: found?.id, top: found?.getBoundingClientRect().top ?? 0, y: window.scrollY };
  };

  /** Brings the page back to where it was before it was reloaded. */
  const restore = () => {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    sessionStorage.removeItem(KEY);
    if (kept?.page !== page) return;
    const element = kept.id && document.getElementById(kept.id);
    const top = element ? window.scrollY + element.getBoundingClientRect().top - kept.top : kept.y;
    window.scrollTo({ top, behavior: "instant" });
  };

  const make = (name, className, text) => {
    const element = document.createElement(name);
    element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  let host = null;
  const lay = (data) => {
    host?.remove();
    host = null;
    if (!data) return;
    host = make("junsoku-findings", "");
    const root = host.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("live.css", own.src).href;
    const box = make("details", data.open ? "box errors" : "box");
    box.open = data.open;
    box.append(make("summary", "title", data.title));
    if (data.kept) box.append(make("p", "kept", data.kept));
    const list = make("ol", "list");
    for (const finding of data.findings) {
      const item = make("li", finding.severity);
      item.append(make("p", "message", `${finding.message} [${finding.code}]`));
      if (finding.file) item.append(make("p", "place", `${finding.file}:${finding.line}:${finding.column}`));
      if (finding.hint) item.append(make("p", "hint", finding.hint));
      list.append(item);
    }
    box.append(list);
    if (data.more) box.append(make("p", "more", data.more));
    root.append(style, box);
    host.setAttribute("role", data.open ? "alert" : "status");
    document.body.append(host);
  };

  restore();
  const query = new URLSearchParams({ page, version });
  const events = new EventSource(new URL(`events?${query}`, own.src));
  events.addEventListener("findings", (event) => lay(JSON.parse(event.data)));
  events.addEventListener("reload", () => {
    events.close();
    sessionStorage.setItem(KEY, JSON.stringify(place()));
    location.reload();
  });
})();
