import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { capMemory, readCappedModule } from "./read-capped-module.ts";

const quickjs = createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm");

describe("a module's memory", () => {
  it("has the maximum written into it", () => {
    const section = capMemory(Uint8Array.from([1, 0, 17]), 300);
    expect([...section]).toEqual([1, 1, 17, 0xac, 2]);
  });

  it("is refused where the module asks for more than the cap", () => {
    expect(() => capMemory(Uint8Array.from([1, 0, 17]), 16)).toThrow("more memory");
  });

  it("cannot grow past it", () => {
    const module = new WebAssembly.Module(readCappedModule(quickjs, 4));
    const nothing = () => 0;
    const imports: Record<string, Record<string, () => number>> = {};
    for (const { module: from, name } of WebAssembly.Module.imports(module)) {
      imports[from] = { ...imports[from], [name]: nothing };
    }
    const { memory } = new WebAssembly.Instance(module, imports).exports;
    if (!(memory instanceof WebAssembly.Memory)) throw new Error("It has no memory.");
    const pages = 4 * 16 - memory.buffer.byteLength / 65_536;
    expect(() => memory.grow(pages + 1)).toThrow(RangeError);
    expect(() => memory.grow(pages)).not.toThrow();
  });
});
