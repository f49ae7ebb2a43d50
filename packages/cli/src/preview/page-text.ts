/** First half of the page's script: text of the curriculum as elements. */
export const pageText = `
const el = (name, props = {}, ...children) => {
  const node = Object.assign(document.createElement(name), props);
  node.append(...children.flat(9).filter((child) => child !== null));
  return node;
};

const rich = (text) => text.map((one) => {
  if (one.kind === "text") return one.text;
  if (one.kind === "code") return el("code", {}, one.text);
  if (one.kind === "strong" || one.kind === "emphasis") return el(one.kind === "strong" ? "strong" : "em", {}, rich(one.text));
  if (one.to.kind !== "web") return el("span", { title: one.to.kind + ":" + one.to.id }, el("u", {}, rich(one.text)));
  return el("a", { href: one.to.url, rel: "noreferrer", target: "_blank" }, rich(one.text));
});

const prose = (blocks) => blocks.map((block) => {
  if (block.kind === "paragraph") return el("p", {}, rich(block.text));
  if (block.kind === "heading") return el("h" + block.level, {}, rich(block.text));
  if (block.kind === "code") return el("pre", {}, el("code", {}, block.text));
  if (block.kind === "quote") return el("blockquote", {}, prose(block.blocks));
  if (block.kind === "list") return el(block.ordered ? "ol" : "ul", block.start === undefined ? {} : { start: block.start }, block.items.map((item) => el("li", {}, prose(item))));
  const row = (cells, name) => el("tr", {}, cells.map((cell) => el(name, {}, rich(cell))));
  return el("table", {}, el("thead", {}, row(block.head, "th")), el("tbody", {}, block.rows.map((cells) => row(cells, "td"))));
});

const exhibit = (shown) => shown === null ? null : [
  shown.title === null ? null : el("p", { className: "quiet" }, shown.title),
  el("pre", {}, el("code", {}, shown.text)),
];
`;
