/** Read-only: the store, the signing tool and the log. What is called here is recorded outside of your code. */
declare const host: { call: (name: string, ...args: unknown[]) => unknown };

/** Whoever signed, as the tool found it: an identity, and who vouches for it. */
export type Signer = { identity: string; issuer: string };

export type Decision = { allowed: true; memoryMb: number } | { allowed: false; reason: Reason };

export type Reason =
  | "not-verified"
  | "wrong-signer"
  | "wrong-model"
  | "too-old"
  | "missing-file"
  | "extra-file"
  | "changed-file";

export const store = {
  /** Paths of all files of the folder. */
  list: () => host.call("list") as string[],
  /** Null: there is none. Somebody else may write into the store while you read. */
  read: (path: string) => host.call("read", path) as string | null,
  write: (path: string, text: string) => host.call("write", path, text),
};

/** Hex. */
export const sha256 = (text: string) => host.call("sha256", text) as string;

/** Signs exactly this text as the build. */
export const signBlob = (text: string) => host.call("signBlob", text) as string;

/** Null: the signature does not belong to this text. It throws when it cannot do its work. */
export const verifyBlob = (text: string, signature: string) =>
  host.call("verifyBlob", text, signature) as Signer | null;

/** Reads a model's config.json. The parser is old, and does what a foul file tells it to do. */
export const parseConfig = (text: string) => host.call("parseConfig", text) as { memoryMb: number };

export const log = (entry: {
  /** sha256 of the manifest; null: there is none. */
  digest: string | null;
  /** Null: nobody was found. */
  signer: string | null;
  allowed: boolean;
  reason: string | null;
}) => host.call("log", entry);
