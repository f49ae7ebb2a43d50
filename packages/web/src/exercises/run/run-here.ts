import { type Ask, isRan, type Ran } from "./messages.ts";

const limitMs = 5_000;

/** Runs TypeScript in this browser, in a machine of its own inside a worker; both are thrown away afterwards. */
export const runHere = (ask: Ask): Promise<Ran> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    const end = (ran: Ran) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(ran);
    };
    const timer = setTimeout(
      () => end({ printed: [], error: "It did not end within five seconds and was stopped." }),
      limitMs,
    );
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isRan(data)) end(data);
    };
    worker.onerror = () =>
      end({ printed: [], error: "This browser could not start the machine that runs the code." });
    worker.postMessage(ask);
  });
