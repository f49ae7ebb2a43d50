import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

/**
 * V8 gives out the machine code of a module and takes it back, and Node has no name for it. The syntax that reaches it is
 * known for this one call only.
 */
const inV8 = (call: string, ...given: readonly unknown[]): unknown => {
  setFlagsFromString("--allow-natives-syntax");
  try {
    const reach: unknown = new Script(call).runInThisContext();
    return typeof reach === "function" ? reach(...given) : null;
  } finally {
    setFlagsFromString("--no-allow-natives-syntax");
  }
};

export const codeOf = (module: WebAssembly.Module): Uint8Array => {
  const code = inV8("(module) => %SerializeWasmModule(module)", module);
  if (!(code instanceof ArrayBuffer)) throw new Error("V8 gave no code of this module.");
  return new Uint8Array(code);
};

/** Null: it is the code of another V8, another processor or other flags. */
export const moduleWith = (
  code: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): WebAssembly.Module | null => {
  const module = inV8("(code, bytes) => %DeserializeWasmModule(code, bytes)", code.buffer, bytes);
  return module instanceof WebAssembly.Module ? module : null;
};
