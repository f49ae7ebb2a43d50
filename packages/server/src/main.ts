import { parseArgs } from "node:util";
import { processIo } from "./maintenance/process-io.ts";
import { isMaintenanceCommand, runMaintenance } from "./maintenance/run-maintenance.ts";
import { readConfig } from "./platform/config.ts";
import { makeLog } from "./platform/log.ts";
import { productVersion } from "./platform/product-version.ts";
import { serve } from "./serve.ts";

const exits = { ok: 0, failed: 1, usage: 2 } as const;

const help = `Checkride ${productVersion}

  checkride-server [--demo] [--services=web,worker]   serve until stopped
  checkride-server backup|restore|doctor …            see: checkride help backup

Settings come from the environment, all optional: PORT (7300), CHECKRIDE_HOST (127.0.0.1), CHECKRIDE_DATA (./data),
DATABASE_URL, CHECKRIDE_URL, CHECKRIDE_SECRET, CHECKRIDE_PROXIES, CHECKRIDE_CURRICULUM,
CHECKRIDE_WEBHOOK_NETWORKS, LOG_LEVEL.
`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

const readServices = (text: string): ReadonlySet<"web" | "worker"> | null => {
  const names = text.split(",").map((name) => name.trim());
  const known = names.filter((name) => name === "web" || name === "worker");
  return known.length === names.length && known.length > 0 ? new Set(known) : null;
};

/** The first signal asks for a clean stop; another one a moment later does not wait for it. */
const untilSignal = (): Promise<void> =>
  new Promise((resolve) => {
    const begun = { at: 0 };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        const now = performance.now();
        if (begun.at === 0) {
          begun.at = now;
          resolve();
        } else if (now - begun.at > 1_000) {
          process.exit(130);
        }
      });
    }
  });

const serveUntilStopped = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      demo: { type: "boolean", default: false },
      services: { type: "string", default: "web,worker" },
    },
  });
  const services = readServices(values.services);
  const config = readConfig(process.env);
  if (!services) complain("--services takes web, worker or both: --services=web,worker");
  if (!config.ok) for (const { variable, says } of config.error) complain(`${variable}: ${says}`);
  if (!services || !config.ok) return exits.usage;
  const log = makeLog(config.value.logLevel);
  const stopping = untilSignal();
  const serving = await serve({ config: config.value, log, services, demo: values.demo, say });
  if (!serving.ok) {
    complain(`${serving.error.sentence}\n${serving.error.remedy}`);
    return exits.failed;
  }
  const broken = await Promise.race([stopping.then(() => null), serving.value.broken]);
  if (broken === null) say("Stopping");
  else complain(`The embedded database ended by itself.\n${broken}`);
  await serving.value.stop();
  // Work that was cut off may hold a connection open; nobody waits for it.
  setTimeout(() => process.exit(), 500).unref();
  return broken === null ? exits.ok : exits.failed;
};

const run = async ([command, ...rest]: readonly string[]): Promise<number> => {
  if (command === "--help" || command === "-h") {
    say(help);
    return exits.ok;
  }
  if (command === "--version") {
    say(productVersion);
    return exits.ok;
  }
  if (isMaintenanceCommand(command)) {
    return runMaintenance(command, rest, readConfig(process.env), processIo());
  }
  return serveUntilStopped(command === undefined ? [] : [command, ...rest]);
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const wrongUse =
    error instanceof TypeError &&
    "code" in error &&
    String(error.code).startsWith("ERR_PARSE_ARGS");
  complain(
    wrongUse
      ? `${error.message}\n\n${help}`
      : `Checkride stopped: ${error instanceof Error ? error.stack : error}`,
  );
  process.exitCode = wrongUse ? exits.usage : exits.failed;
}
