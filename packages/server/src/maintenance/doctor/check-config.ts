import type { Result } from "@checkride/rules/result";
import type { Config, ConfigFault } from "../../platform/config.ts";
import { about, type Check } from "./check.ts";

const check = about("configuration");

/** A password in an address is nobody's to read. */
export const withoutPassword = (address: string): string =>
  address
    .replace(/^(\w+:\/\/[^:/?#@]*):[^@/?#]*@/, "$1:…@")
    .replace(/password=[^&]*/g, "password=…");

const shown = (config: Config): Readonly<Record<string, string>> => ({
  PORT: String(config.port),
  CHECKRIDE_HOST: config.host,
  CHECKRIDE_DATA: config.dataDir,
  DATABASE_URL:
    config.databaseUrl === null ? "none: embedded" : withoutPassword(config.databaseUrl),
  CHECKRIDE_URL: config.publicUrl ?? "none",
  CHECKRIDE_SECRET: config.secretHex === null ? "none: a file" : "set",
  CHECKRIDE_PROXIES: String(config.proxies),
  CHECKRIDE_CURRICULUM: config.curriculumOverlay ?? "none",
  CHECKRIDE_WEBHOOK_NETWORKS: config.webhookNetworks.join(", ") || "none",
  CHECKRIDE_CONNECTIONS: String(config.connectionsMax),
  LOG_LEVEL: config.logLevel,
});

/** What is in force and where it came from, or everything that is wrong with it. */
export const checkConfig = (config: Result<Config, readonly ConfigFault[]>): readonly Check[] => {
  if (!config.ok) {
    return config.error.map(({ variable, says }) =>
      check.fail(`${variable}: ${says}.`, `Correct or remove ${variable} in the environment.`),
    );
  }
  const values = shown(config.value);
  const { sources } = config.value;
  return Object.entries(values).map(([name, value]) =>
    check.note(`${name} is ${value} (${sources[name] ?? "default"})`),
  );
};
