import { confine } from "./confine.ts";
import { instantiateAtOnce } from "./instantiate-at-once.ts";
import { openJavaScriptServer } from "./serve-javascript.ts";
import { openPythonServer } from "./serve-python.ts";
import { readLine, writeFrame } from "./wire.ts";

/**
 * `main <language> <engine file> [koffi file]`: gets ready, gives up what it may, says so, runs one submission and waits
 * for its end. From then on nothing here comes back to Node's event loop, which needs more of the kernel than is left.
 */
const [, , language, engineFile = "", koffiFile = ""] = process.argv;

const ready = (): void => {
  writeFrame(0, "ready", koffiFile === "" ? "" : confine(koffiFile));
};

instantiateAtOnce();
try {
  if (language === "ts") await openJavaScriptServer(engineFile, ready);
  else openPythonServer(engineFile, ready);
} catch (error) {
  writeFrame(0, "ended", error instanceof Error ? error.message : String(error));
}
// Only the server ends this process: by itself it could not do so in an orderly way.
for (;;) readLine();
