// A page as a screen reader is told it: Chromium's own accessibility tree, one line a node.

// What only says where letters stand; the words in it are told all the same.
const SILENT = new Set([
  "none", "generic", "InlineTextBox", "LineBreak", "RootWebArea", "LayoutTable", "LayoutTableRow", "LayoutTableCell", "paragraph", "strong",
  "emphasis", "rowgroup", "superscript", "code", "LabelText", "Legend", "Ruby", "RubyAnnotation", "time", "sectionheader", "sectionfooter",
]);
// What is named by the words in it, which are told once.
const NAMED = new Set(["link", "heading", "button", "option", "DisclosureTriangle", "columnheader", "rowheader", "checkbox", "radio", "menuitem", "img", "image", "Canvas"]);
const STATES = ["level", "checked", "pressed", "expanded", "disabled", "required", "invalid"];

/** The nodes of the page as Chromium tells them: role, name, description, states and depth. */
export async function nodes(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes: all } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(all.map((one) => [one.nodeId, one]));
  const found = [];
  const visit = (one, depth) => {
    const role = one.role?.value ?? "none";
    const isTold = !one.ignored && !SILENT.has(role);
    if (isTold) {
      const states = (one.properties ?? []).filter(({ name, value }) => STATES.includes(name) && ![false, "false", undefined].includes(value.value));
      found.push({
        role,
        name: (one.name?.value ?? "").trim(),
        description: one.description?.value ?? "",
        states: states.filter(({ name }) => name !== "level" || role === "heading").map(({ name, value }) => [name, value.value]),
        depth,
      });
    }
    for (const id of one.childIds ?? []) {
      const child = byId.get(id);
      if (child) visit(child, depth + (isTold ? 1 : 0));
    }
  };
  if (all.length > 0) visit(all[0], 0);
  return found;
}

function lineOf({ role, name, description, states, depth }) {
  const indent = "  ".repeat(depth);
  if (role === "StaticText") return `${indent}${name}`;
  // A cell and an entry of a list are read by their contents.
  const words = name === "" || ["cell", "listitem", "term", "definition"].includes(role) ? "" : ` “${name}”`;
  const told = states.map(([state, value]) => (value === true || value === "true" ? ` (${state})` : ` (${state} ${value})`)).join("");
  return `${indent}${role}${words}${told}${description ? ` — ${description}` : ""}`;
}

/** The page as text, or what stands in its node of the role `within`. */
export async function told(page, within) {
  const all = await nodes(page);
  const start = within ? all.findIndex((one) => one.role === within) : 0;
  if (start < 0) return "";
  const base = all[start].depth;
  const lines = [];
  let named;
  for (const [at, node] of all.slice(start).entries()) {
    if (within && at > 0 && node.depth <= base) break;
    if (named && node.depth <= named.depth) named = undefined;
    if (node.role === "StaticText" && (named || node.name === "")) continue;
    lines.push(lineOf({ ...node, depth: node.depth - (within ? base : 0) }));
    if (!named && NAMED.has(node.role) && node.name !== "") named = node;
  }
  return `${lines.join("\n")}\n`;
}
