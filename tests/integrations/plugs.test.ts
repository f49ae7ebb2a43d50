import { afterAll, beforeAll } from "vitest";
import { type PlugServer, startPlugServer } from "./plug-server.ts";
import { shellPlug } from "./shell-plug.ts";

/** Every plug is run as its users run it, against one server on loopback. */
let plug: PlugServer;
beforeAll(async () => {
  plug = await startPlugServer();
});
afterAll(() => plug.close());

const given = (): PlugServer => plug;
shellPlug(given);
