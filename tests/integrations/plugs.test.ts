import { afterAll, beforeAll } from "vitest";
import { gitHookPlug } from "./git-hook-plug.ts";
import { githubActionPlug } from "./github-action-plug.ts";
import { gitlabPlug } from "./gitlab-plug.ts";
import { keyReleasePlug } from "./key-release-plug.ts";
import { kubernetesPlug } from "./kubernetes-plug.ts";
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
githubActionPlug(given);
gitlabPlug(given);
gitHookPlug(given);
keyReleasePlug(given);
kubernetesPlug(given);
