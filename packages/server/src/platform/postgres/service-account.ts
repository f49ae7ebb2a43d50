import { spawn } from "node:child_process";
import { chown, readFile, stat } from "node:fs/promises";
import { userInfo } from "node:os";

/** The account that PostgreSQL runs as when Checkride runs as root, which PostgreSQL refuses. */
export type ServiceAccount = {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
};

export const runsAsRoot = (): boolean => process.geteuid?.() === 0;

/** The name that the kernel gives PostgreSQL for our end of a socket; null when it has none. */
export const ownUserName = (): string | null => {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
};

const readAccounts = async (): Promise<readonly ServiceAccount[]> => {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n");
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name && uid && gid && Number(uid) > 0
      ? [{ name, uid: Number(uid), gid: Number(gid) }]
      : [];
  });
};

/** `postgres` where the system has it, `nobody` elsewhere. */
export const defaultAccount = async (): Promise<ServiceAccount | null> => {
  const accounts = await readAccounts().catch(() => []);
  const named = (name: string) => accounts.find((account) => account.name === name);
  return named("postgres") ?? named("nobody") ?? null;
};

/** The account that an existing cluster belongs to: what was once started by a person stays theirs. */
export const ownerOf = async (folder: string): Promise<ServiceAccount | null> => {
  const { uid, gid } = await stat(folder);
  if (uid === 0) {
    return null;
  }
  const known = (await readAccounts().catch(() => [])).find((account) => account.uid === uid);
  return known ?? { name: `uid ${uid}`, uid, gid };
};

export const giveTo = async (account: ServiceAccount | null, path: string): Promise<void> => {
  if (account) {
    await chown(path, account.uid, account.gid);
  }
};

/** Asked of the kernel, as that account: modes alone do not tell about access lists and mounts. */
export const canEnter = async (account: ServiceAccount | null, folder: string): Promise<boolean> =>
  shellSays(account, 'cd "$1"', folder);

export const canExecute = async (account: ServiceAccount | null, file: string): Promise<boolean> =>
  shellSays(account, 'test -x "$1" && "$1" --version', file);

const shellSays = async (
  account: ServiceAccount | null,
  script: string,
  argument: string,
): Promise<boolean> => {
  const identity = account ? { uid: account.uid, gid: account.gid } : {};
  const shell = spawn("/bin/sh", ["-c", script, "sh", argument], {
    ...identity,
    cwd: "/",
    stdio: "ignore",
  });
  return new Promise((resolve) => {
    shell.once("error", () => resolve(false));
    shell.once("exit", (code) => resolve(code === 0));
  });
};
