import { startupSnapshot } from "node:v8";
import { confine } from "./confine.ts";
import { instantiateAtOnce } from "./instantiate-at-once.ts";
import { openModule } from "./open-module.ts";
import { openJavaScriptServer } from "./serve-javascript.ts";
import { openPythonServer } from "./serve-python.ts";
import { readLine, writeFrame } from "./wire.ts";

/**
 * `main <language> <engine file> [koffi file] [code file]`: gets ready, gives up what it may, says so, runs one submission
 * and waits for its end. From then on nothing here comes back to Node's event loop, which needs more of the kernel than is
 * left.
 */
const main = async (): Promise<void> => {
  const [, , language, engineFile = "", koffiFile = "", codeFile = ""] = process.argv;
  const files = { engineFile, codeFile };
  const ready = (): void => {
    writeFrame(0, "ready", koffiFile === "" ? "" : confine(koffiFile));
  };
  instantiateAtOnce();
  try {
    if (language === "ts") await openJavaScriptServer(openModule("ts", files), ready);
    else openPythonServer(openModule("python", files), ready);
  } catch (error) {
    writeFrame(0, "ended", error instanceof Error ? error.message : String(error));
  }
  // Only the server ends this process: by itself it could not do so in an orderly way.
  for (;;) readLine();
};

// Built once more as an image of this program with everything loaded, from which a process starts sooner.
if (startupSnapshot.isBuildingSnapshot()) startupSnapshot.setDeserializeMainFunction(main);
else void main();
