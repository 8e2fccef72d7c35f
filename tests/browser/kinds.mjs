// The pages of a built site: all of them, and one of each kind.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The folders of all pages below `root`, in their order. */
export function pagesBelow(root) {
  const found = [];
  const walk = (path) => {
    const entries = readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    if (entries.some((one) => one.name === "index.html")) found.push(path);
    for (const one of entries.filter((one) => one.isDirectory())) {
      walk(path === "" ? one.name : `${path}/${one.name}`);
    }
  };
  walk("");
  return found;
}

/** What kind of page stands in the folder `path`: pages are of one kind whose folders differ in the ids of sets, forms, topics and requirements. */
export const kindOf = (path) => path
  .replace(/regions\/[^/]+/, "region")
  .replace(/(forms|topics|pairs|requirements|procedures|amendments)\/[^/]+/, "$1/one")
  .replace(/conformance\/(?!requirements)[^/]+/, "conformance/region");

/** The folder of one page of each kind below `root`. */
export function onePageOfEachKind(root) {
  const found = new Map();
  for (const path of pagesBelow(root)) {
    if (!found.has(kindOf(path))) found.set(kindOf(path), path);
  }
  return [...found.values()];
}

/** The address of the page in the folder `path` below `root`. */
export const addressOf = (root, path) => pathToFileURL(join(root, path, "index.html")).href;
