import { createServer } from "node:net";
import type { Config } from "../../platform/config.ts";
import { about, type Check } from "./check.ts";

const port = about("port");
const address = about("public address");

export type PortUse = "free" | "checkride" | "other" | "not-permitted";

const isCheckride = async (host: string, number: number): Promise<boolean> => {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const url = `http://${name.includes(":") ? `[${name}]` : name}:${number}/api/organisation`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(3_000) }).catch(() => null);
  const body: unknown = await answer?.json().catch(() => null);
  return typeof body === "object" && body !== null && "productVersion" in body;
};

/** Free for a moment is all that can be known. */
const tryPort = (host: string, number: number): Promise<string | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen(number, host, () => server.close(() => resolve(null)));
  });

const usePort = async (host: string, number: number): Promise<PortUse> => {
  const code = await tryPort(host, number);
  if (code === null) return "free";
  if (code === "EACCES") return "not-permitted";
  return (await isCheckride(host, number)) ? "checkride" : "other";
};

export const judgePort = (use: PortUse, host: string, number: number): Check => {
  const place = `${host}:${number}`;
  switch (use) {
    case "free":
      return port.ok(`${place} is free.`);
    case "checkride":
      return port.ok(`Checkride answers on ${place}.`);
    case "not-permitted":
      return port.fail(`This account may not listen on ${place}.`, "Set PORT to one above 1023.");
    case "other":
      return port.fail(
        `Something else listens on ${place}.`,
        "Stop it, or set PORT to another number.",
      );
  }
};

const isThisMachine = (host: string): boolean =>
  /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/.test(host);

export const judgeAddress = ({ host, publicUrl }: Pick<Config, "host" | "publicUrl">): Check => {
  if (publicUrl === null) {
    return isThisMachine(host)
      ? address.ok(
          "Only this machine can reach Checkride; certificates name an address that nobody else can open.",
        )
      : address.warn(
          `Checkride listens on ${host}, but CHECKRIDE_URL does not say under which address people reach it.`,
          "Set CHECKRIDE_URL to the https address that people use; links and passkeys need it.",
        );
  }
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === "http:" && !isThisMachine(hostname)
    ? address.warn(
        `${publicUrl} is not encrypted: passwords and session cookies can be read on the way, cookies cannot be marked Secure, and browsers refuse passkeys.`,
        "Put a proxy with TLS in front and set CHECKRIDE_URL to its https address.",
      )
    : address.ok(`People reach Checkride under ${publicUrl}.`);
};

export const checkNetwork = async (
  config: Config,
): Promise<{ readonly checks: readonly Check[]; readonly answers: boolean }> => {
  const use = config.port === 0 ? null : await usePort(config.host, config.port);
  const ports = use === null ? [] : [judgePort(use, config.host, config.port)];
  return { checks: [...ports, judgeAddress(config)], answers: use === "checkride" };
};
