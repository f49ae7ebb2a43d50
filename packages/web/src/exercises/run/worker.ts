import { JSException, QuickJS } from "quickjs-wasi";
import wasmUrl from "quickjs-wasi/quickjs.wasm?url";
import { transform } from "sucrase";
import type { Ask, Ran } from "./messages.ts";

const memoryBytesMax = 32 * 1024 * 1024;
const printedMax = 500;

/** Turns what is printed into text inside the machine, where the values are. */
const prelude = `(print) => {
  const shown = (value) => {
    if (typeof value === "string") return value;
    if (value instanceof Error) return String(value);
    try { return JSON.stringify(value) ?? String(value); } catch { return String(value); }
  };
  const log = (...values) => print(values.map(shown).join(" "));
  globalThis.console = { log, info: log, warn: log, error: log, debug: log };
}`;

const errorText = (error: unknown): string => {
  if (error instanceof JSException) return `${error.name}: ${error.message}`;
  const says = error instanceof Error ? error.message : String(error);
  return `SyntaxError: ${says.replace(/^Error transforming [^:]*: /, "")}`;
};

const run = async ({ before, code }: Ask): Promise<Ran> => {
  const printed: string[] = [];
  try {
    // Line for line, so that an error's line is the learner's line.
    const script = transform(`${before}\n${code}`, {
      transforms: ["typescript"],
      disableESTransforms: true,
    }).code;
    const vm = await QuickJS.create({
      wasm: await WebAssembly.compileStreaming(fetch(wasmUrl)),
      memoryLimit: memoryBytesMax,
    });
    const print = vm.newFunction("print", (text) => {
      if (printed.length < printedMax && text?.isString === true) printed.push(text.toString());
      return vm.undefined;
    });
    vm.callFunction(vm.evalCode(prelude), vm.undefined, print);
    vm.evalCode(script, "your code");
    while (vm.executePendingJobs() > 0);
    return { printed, error: null };
  } catch (error) {
    return { printed, error: errorText(error) };
  }
};

addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  void run(data).then((ran) => postMessage(ran));
});
