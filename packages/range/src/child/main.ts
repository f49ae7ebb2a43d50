import { writeFrame } from "./wire.ts";

/** `main.ts <language> <wasm file>`: gets ready, says so, runs one submission, ends. */
const [, , language = "", wasmFile = ""] = process.argv;

if (language === "ts") {
  const { openJavaScriptServer } = await import("./serve-javascript.ts");
  const serve = await openJavaScriptServer(wasmFile);
  writeFrame(0, "ready", "");
  await serve();
} else {
  const { openPython } = await import("./python-engine.ts");
  openPython(wasmFile)();
}
