import type { RunCommand } from "../command.ts";
import { explainProblem } from "../explain-problem.ts";
import { done } from "../outcome.ts";
import { reachServer } from "../reach-server.ts";

const dayOf = (instant: string | null): string =>
  instant === null ? "" : ` until ${instant.slice(0, 10)}`;

/** What a token is worth where: before it is put into a pipeline, and when a pipeline is stopped. */
export const whoami: RunCommand = async (order, shell) => {
  const server = await reachServer(order, shell);
  if (!server.ok) return server.error;
  const { client, url } = server.value;
  const session = await client("GET /api/session", {});
  if (!session.ok) return explainProblem(session.problem, url);
  const { person, rights } = session.value;
  const own = rights.includes("standing:own") ? await client("GET /api/standing", {}) : null;
  if (own && !own.ok) return explainProblem(own.problem, url);
  const standings = own?.value.standings ?? [];
  const gates = own?.value.gates ?? [];
  const rows = [
    ["server", url],
    ["person", person ? `${person.name} <${person.email ?? "no e-mail address"}>` : "nobody"],
    ["rights", rights.join(", ") || "none"],
    ...standings.map(({ title, state, holdsUntil }) => [title, `${state}${dayOf(holdsUntil)}`]),
    ...gates.map(({ gate, outcome }) => [gate, outcome === "allow" ? "open" : "closed"]),
  ];
  const width = Math.max(...rows.map(([name = ""]) => name.length));
  const lines = rows.map(([name = "", says = ""]) => `${name.padEnd(width)}  ${says}`);
  return done(lines, { server: url, person, rights, standings, gates });
};
