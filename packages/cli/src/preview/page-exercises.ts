/** Second half: a form for each kind of exercise, and the page around them. */
export const pageExercises = String.raw`
const pick = (type, name, id, ...text) => el("label", {}, el("input", { type, name, value: id }), " ", text);
const picked = (form, name) => [...form.querySelectorAll('input[name="' + name + '"]:checked')].map((input) => input.value);
const select = (options, dataset) => {
  const node = el("select", {}, el("option", { value: "" }, "…"), options.map(([value, text]) => el("option", { value }, text)));
  Object.assign(node.dataset, dataset);
  return node;
};
const plain = (text) => text.map((one) => typeof one.text === "string" ? one.text : plain(one.text)).join("");
const filled = (form) => Object.fromEntries([...form.querySelectorAll("[data-about]")].map((node) => [node.dataset.about, node.value]).filter(([, value]) => value !== ""));

const bodies = {
  choose: (ex) => [
    ex.options.map(({ id, text }) => pick(ex.many ? "checkbox" : "radio", "picked", id, rich(text))),
    ex.because === null ? null : [el("p", {}, rich(ex.because.ask)), ex.because.options.map(({ id, text }) => pick("radio", "because", id, rich(text)))],
  ],
  sort: (ex) => ex.cards.map(({ id, text }) => el("label", {}, rich(text), select(ex.groups.map((group) => [group.id, plain(group.title)]), { about: id }))),
  match: (ex) => ex.lefts.map(({ id, text }) => el("label", {}, rich(text), select(ex.rights.map((right) => [right.id, plain(right.text)]), { about: id }))),
  order: (ex) => {
    const list = el("ol", { className: "move" });
    for (const { id, text } of ex.cards) {
      const item = el("li", {});
      item.dataset.id = id;
      const move = (by) => { const other = by < 0 ? item.previousElementSibling : item.nextElementSibling; if (other) (by < 0 ? other.before(item) : other.after(item)); };
      item.append(el("button", { type: "button", onclick: () => move(-1), ariaLabel: "up" }, "↑"), el("button", { type: "button", onclick: () => move(1), ariaLabel: "down" }, "↓"), ...rich(text));
      list.append(item);
    }
    return list;
  },
  spot: (ex) => el("div", { className: "lines" }, ex.diagram === null
    ? (ex.exhibit?.text ?? "").split("\n").map((line, index) => pick("checkbox", "marked", String(index + 1), line))
    : [ex.diagram.parts.map(({ id, title, shape }) => pick("checkbox", "marked", id, title + " (" + shape + ")")),
       ex.diagram.flows.map(({ id, from, to, title }) => pick("checkbox", "marked", id, from + " → " + to + ": " + title))]),
  config: (ex) => [el("pre", {}, el("code", {}, ex.text)), ex.blanks.map(({ name, title, wants }) => {
    if (wants.kind === "one-of") return el("label", {}, title, select(wants.options.map((option) => [option, option]), { about: name }));
    const input = el("input", { type: "text" });
    input.dataset.about = name;
    return el("label", {}, title, wants.unit ? " (" + wants.unit + ")" : null, input);
  })],
  slider: (ex) => ex.sliders.map(({ id, title, from, to, step, start, unit }) => {
    const said = el("strong", {}, String(start));
    const input = el("input", { type: "range", min: from, max: to, step, oninput: () => { said.textContent = input.value; } });
    input.value = start;
    input.dataset.about = id;
    return el("label", {}, title, " ", said, unit ? " " + unit : null, input);
  }),
  predict: (ex) => ex.guess.kind === "one-of"
    ? ex.guess.options.map(({ id, text }) => pick("radio", "guess", id, rich(text)))
    : el("label", {}, "Your guess", ex.guess.unit ? " (" + ex.guess.unit + ")" : null, el("input", { type: "text", name: "number" })),
  run: (ex) => [ex.before === "" ? null : el("pre", {}, el("code", {}, ex.before)),
    el("textarea", { className: "code", rows: Math.min(24, ex.start.split("\n").length + 2), value: ex.start, spellcheck: false, ariaLabel: "Code" }),
    el("ol", {}, ex.cases.map((one) => el("li", {}, rich(one.says), one.hidden ? el("span", { className: "quiet" }, " · hidden") : null)))],
  write: (ex) => ex.fields.map(({ id, title, lines }) => {
    const area = el("textarea", { rows: lines });
    area.dataset.about = id;
    return el("label", {}, title, area);
  }),
};

const answers = {
  choose: (form) => ({ picked: picked(form, "picked"), because: picked(form, "because") }),
  sort: (form) => ({ groupOf: filled(form) }),
  match: (form) => ({ rightOf: filled(form) }),
  order: (form) => ({ cards: [...form.querySelectorAll("li")].map((item) => item.dataset.id) }),
  spot: (form) => ({ marked: picked(form, "marked") }),
  config: (form) => ({ values: filled(form) }),
  slider: (form) => ({ at: Object.fromEntries(Object.entries(filled(form)).map(([id, value]) => [id, Number(value)])) }),
  predict: (form) => ({ guess: form.querySelector("input[type=text]")?.value ?? picked(form, "guess")[0] ?? "" }),
  run: (form) => ({ code: form.querySelector("textarea").value }),
  write: (form) => ({ texts: filled(form) }),
};

const verdict = (answer) => answer.says !== undefined ? el("p", { className: "wrong" }, answer.says) : [
  el("p", { className: answer.right ? "right" : "wrong" }, answer.right ? "Right." : "Not yet: " + Math.round(100 * answer.share) + " %."),
  el("ul", {}, answer.reasons.map(({ about, right, why }) => el("li", { className: right ? "right" : "wrong" }, el("code", {}, about), right ? " ✓ " : " ✕ ", rich(why)))),
  answer.close === null ? null : el("p", {}, rich(answer.close)),
  answer.reveal === null ? null : prose(answer.reveal),
];

const exercise = (ex) => {
  const said = el("output", {});
  const form = el("form", {}, el("p", {}, rich(ex.ask)), ex.kind === "spot" && ex.diagram === null ? null : exhibit(ex.exhibit), bodies[ex.kind](ex), el("button", {}, "Answer"), said);
  form.onsubmit = async (event) => {
    event.preventDefault();
    said.replaceChildren("…");
    const body = JSON.stringify({ exercise: ex.id, answer: { kind: ex.kind, ...answers[ex.kind](form) } });
    const response = await fetch("/answer", { method: "POST", headers: { "content-type": "application/json" }, body });
    said.replaceChildren(...[verdict(await response.json())].flat());
  };
  return form;
};

const part = (one) => {
  if (one.kind === "prose") return prose(one.prose);
  if (one.kind === "exercise") return exercise(one.exercise);
  if (one.kind === "draw") return el("p", { className: "quiet" }, "Questions are drawn here: " + Object.entries(one.counts).map(([id, count]) => count + " of " + id).join(", "));
  return el("p", { className: "quiet" }, one.kind + " " + one.id + (one.says === null ? "" : ": " + one.says));
};

const faultBox = (faults) => faults.length === 0 ? null : el("section", { className: "faults" }, el("strong", {}, "Faults: " + faults.length), faults.map((fault) => el("pre", {}, fault)));

const show = async () => {
  const { lesson, faults } = await (await fetch("/lesson.json")).json();
  const at = scrollY;
  document.title = lesson === null ? "Preview" : lesson.title;
  document.querySelector("main").replaceChildren(...[faultBox(faults), lesson === null ? el("p", {}, "There is nothing to show until the front matter is right.") : [
    el("p", { className: "quiet" }, lesson.id + " · " + lesson.minutes + " min"), el("h1", {}, lesson.title), el("p", { className: "claim" }, lesson.claim),
    lesson.steps.map((step) => [el("h2", {}, step.kind.slice(0, 1).toUpperCase() + step.kind.slice(1) + ": " + step.title, el("span", { className: "quiet" }, " · " + step.minutes + " min")), step.parts.map(part)]),
    lesson.sources.length === 0 ? null : [el("h2", {}, "Sources"), el("ul", {}, lesson.sources.map((source) => el("li", {}, el("a", { href: source.url.startsWith("https://") ? source.url : "", rel: "noreferrer", target: "_blank" }, source.title), source.secondary ? " (as told by others)" : null)))],
  ]].flat(9).filter((node) => node !== null));
  scrollTo(0, at);
};

new EventSource("/events").onmessage = show;
show();
`;
