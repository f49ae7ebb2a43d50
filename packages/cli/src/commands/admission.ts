import { makeAdmission } from "../admission/admit.ts";
import { serveAdmission } from "../admission/serve-admission.ts";
import type { Order, RunCommand } from "../command.ts";
import { isGiven, textOf } from "../option-values.ts";
import { complain, done, misuse } from "../outcome.ts";
import { serverAddress, tokenFor } from "../reach-server.ts";
import { readTextFile } from "../read-text-file.ts";

const fileBytesMax = 1_000_000;

const listOf = (order: Order, name: string): readonly string[] => order.values.get(name) ?? [];

const noToken = complain("not-permitted", {
  code: "no-token",
  says: "A cluster asks about others: there is no access token.",
  wayOut:
    "Give one with the right gates:decide as CHECKRIDE_TOKEN, or in a file with --token-file.",
});

/** Where it listens; its certificate is the cluster's way to know that it is who answers. */
const readPlace = async (order: Order) => {
  const port = Number(textOf(order.values, "port") ?? "8443");
  if (!(Number.isInteger(port) && port >= 0 && port < 65_536)) {
    return misuse("--port wants a number from 0 to 65535; 0 takes any that is free.");
  }
  const cert = await readTextFile(textOf(order.values, "cert") ?? "", fileBytesMax);
  if (!cert.ok) return cert.error;
  const key = await readTextFile(textOf(order.values, "key") ?? "", fileBytesMax);
  if (!key.ok) return key.error;
  const host = textOf(order.values, "host") ?? "::";
  const warnOnly = isGiven(order.values, "warn-only");
  return { port, host, cert: cert.value, key: key.value, warnOnly };
};

export const admission: RunCommand = async (order, shell) => {
  const address = serverAddress(order, shell);
  if (!address.ok) return address.error;
  const url = address.value;
  const place = await readPlace(order);
  if ("exit" in place) return place;
  const token = await tokenFor(url, order, shell);
  if (!token.ok) return token.error;
  if (token.value === null) return noToken;
  const admit = makeAdmission(shell, {
    url,
    token: token.value,
    issuer: textOf(order.values, "issuer") ?? url,
    userPrefixes: listOf(order, "user-prefix"),
    pipelines: new Set(listOf(order, "pipeline")),
    exemptUsers: new Set(listOf(order, "exempt-user")),
    exemptGroups: new Set(listOf(order, "exempt-group")),
  });
  const server = await serveAdmission(admit, place).catch((error: unknown) =>
    misuse(`It cannot listen: ${error instanceof Error ? error.message : String(error)}.`),
  );
  if ("exit" in server) return server;
  shell.note(`Asks ${url} for what comes in at port ${server.port}.`);
  await shell.untilStopped();
  await server.close();
  return done([], { port: server.port });
};
