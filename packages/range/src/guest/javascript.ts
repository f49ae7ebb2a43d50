/**
 * What runs inside the machine before the learner's code: text without a host of its own. It is called with
 * `print(text)` and, in the range, `ask(name, json)`, and gives back `run`, which fills a box with a mark (r returned,
 * t threw, m out of memory; empty while a promise is open) and a text. Nothing here protects anybody: whatever a
 * learner does to it changes only what is claimed.
 */
export const javascriptGuest = `(function (print, ask) {
  "use strict";
  const { stringify, parse } = JSON;
  const { isArray } = Array;
  const { freeze, keys, getPrototypeOf, prototype } = Object;
  const { isFinite } = Number;
  const text = String;
  const refuse = (what) => { throw new TypeError("The result is not JSON: " + what); };

  const plain = (value, depth) => {
    if (depth > 32) refuse("it is nested deeper than 32 or contains itself");
    switch (typeof value) {
      case "string": case "boolean": return value;
      case "number": return isFinite(value) ? value : refuse("it contains " + value);
      case "object": break;
      case "undefined": return refuse(depth === 0 ? "nothing was returned" : "it contains undefined");
      default: return refuse("it contains a " + typeof value);
    }
    if (value === null) return null;
    if (isArray(value)) {
      const list = [];
      for (let i = 0; i < value.length; i++) list[i] = plain(value[i], depth + 1);
      return list;
    }
    const kind = getPrototypeOf(value);
    if (kind !== null && kind !== prototype) {
      refuse("it contains a " + (kind.constructor?.name || "special object"));
    }
    const record = { __proto__: null };
    for (const key of keys(value)) {
      if (value[key] !== undefined) record[key] = plain(value[key], depth + 1);
    }
    return record;
  };

  const shown = (value) => {
    if (typeof value === "string") return value;
    if (value instanceof Error) return text(value);
    try { return stringify(value) ?? text(value); } catch { return text(value); }
  };
  const log = (...values) => print(values.map(shown).join(" ") + "\\n");
  globalThis.console = { log, info: log, warn: log, error: log, debug: log };

  if (ask !== undefined) {
    const call = (name, ...args) => {
      const answer = parse(ask(text(name), stringify(plain(args, 0))));
      if (!answer.ok) throw new Error(answer.text);
      return parse(answer.text);
    };
    globalThis.host = freeze({ call });
  }

  const describe = (error) => {
    if (!(error instanceof Error)) return "Threw " + shown(error);
    const place = /([\\w./-]+):(\\d+):\\d+\\)?\\s*$/m.exec(text(error.stack ?? ""));
    return error.name + ": " + error.message + (place ? " @" + place[1] + ":" + place[2] : "");
  };

  /** entry: the module's promise; name: the function, or null to load only; args: JSON text, or null to load only. */
  const run = (entry, name, args) => {
    const box = { mark: "", text: "" };
    const work = async () => {
      const space = await entry;
      if (name === null) return null;
      const fn = space.checkrideCalled ?? space[name];
      if (typeof fn !== "function") throw new ReferenceError("There is no function named " + name);
      return args === null ? null : await fn(...parse(args));
    };
    const watch = async () => {
      try {
        const value = stringify(plain(await work(), 0));
        box.text = value;
        box.mark = "r";
      } catch (error) {
        const isFull = error instanceof InternalError && error.message === "out of memory";
        box.text = isFull ? "Out of memory" : describe(error);
        box.mark = isFull ? "m" : "t";
      }
    };
    watch();
    return box;
  };
  return { run };
})`;
