import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const inline = (text: string): string => escapeHtml(text).replace(/`([^`]+)`/g, "<code>$1</code>");

const block = (text: string): string => {
  if (text.startsWith("# ")) return `<h1>${inline(text.slice(2))}</h1>`;
  if (text.startsWith("## ")) return `<h2>${inline(text.slice(3))}</h2>`;
  if (text.startsWith("- ")) {
    const items = text.split(/\n(?=- )/).map((item) => `<li>${inline(item.slice(2))}</li>`);
    return `<ul>${items.join("")}</ul>`;
  }
  return `<p>${inline(text)}</p>`;
};

/** The pages in docs/problems use headings, paragraphs, lists and code: nothing more is understood here. */
const toPage = (markdown: string): string => {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "Problem";
  const body = markdown
    .trim()
    .split(/\n{2,}/)
    .map(block)
    .join("\n");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · Checkride</title>
<style>:root{color-scheme:light dark}body{max-width:62ch;margin:48px auto;padding:0 20px;font:16px/1.6 system-ui,sans-serif}code{font-size:.92em}</style>
</head><body><main>${body}</main></body></html>`;
};

/** One page for each problem code, so that a problem's `type` can be opened. */
export const readProblemPages = (folder: string): ReadonlyMap<string, string> => {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith(".md"))
    : [];
  return new Map(
    names.map((name) => [
      name.slice(0, -".md".length),
      toPage(readFileSync(join(folder, name), "utf8")),
    ]),
  );
};
