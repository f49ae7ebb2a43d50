import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import type { CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";

type Host = NonNullable<CheckCase["host"]>;
export type Value = Claimed["value"];
export type Folder = ReadonlyMap<string, string>;

export type Signer = { readonly identity: string; readonly issuer: string };

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Real Ed25519 keys, one for each identity of an issuer, the same in every replay. */
const keyOf = ({ identity, issuer }: Signer) =>
  createPrivateKey({
    key: Buffer.concat([
      Buffer.from("302e020100300506032b657004220420", "hex"),
      createHash("sha256").update(`key ${issuer} ${identity}`).digest(),
    ]),
    format: "der",
    type: "pkcs8",
  });

/** What the tool writes: who signed, and the signature. */
export const signAs = (signer: Signer, text: string): string =>
  `${signer.identity} ${signer.issuer} ${sign(null, Buffer.from(text), keyOf(signer)).toString("base64")}`;

/** Who signed exactly this text; null: nobody. */
export const signerOf = (text: string, bundle: string): Signer | null => {
  const [identity = "", issuer = "", signature = ""] = bundle.split(" ");
  const signer = { identity, issuer };
  const key = createPublicKey(keyOf(signer));
  const isGood = verify(null, Buffer.from(text), key, Buffer.from(signature, "base64"));
  return isGood ? signer : null;
};

export type World = {
  readonly build: Signer;
  readonly model: string;
  readonly version: number;
  readonly minimumVersion: number;
  readonly memoryMb: number;
  readonly files: Folder;
};

export const drawWorld = (draw: Draw): World => {
  const domain = `${draw.word(5)}.example`;
  const memoryMb = draw.whole(64, 4096);
  const version = draw.whole(8, 15);
  return {
    build: { identity: `build@${domain}`, issuer: `https://ci.${domain}` },
    model: `${draw.pick(["summariser", "ranker", "triage", "translator"])}-${draw.word(3)}`,
    version,
    minimumVersion: version - draw.whole(0, 2),
    memoryMb,
    files: new Map([
      ["weights.safetensors", `weights ${draw.word(20)}`],
      ["config.json", JSON.stringify({ memoryMb })],
      [`tokenizer/${draw.word(5)}.txt`, `words ${draw.word(12)}`],
    ]),
  };
};

export const policyOf = ({ build, model, minimumVersion }: World) => ({
  ...build,
  model,
  minimumVersion,
});

export const manifestOf = (
  { model, version, files }: Pick<World, "model" | "version" | "files">,
  spaces = 0,
): string =>
  JSON.stringify(
    {
      files: Object.fromEntries([...files].map(([path, text]) => [path, sha256(text)])),
      version,
      model,
    },
    null,
    spaces,
  );

/** The folder with its manifest, signed by somebody. */
export const signed = (world: World, signer = world.build, text = manifestOf(world)): Folder =>
  new Map([...world.files, ["manifest.json", text], ["manifest.sig", signAs(signer, text)]]);

export type Store = {
  readonly host: Host;
  readonly files: Map<string, string>;
};

export type Trouble = {
  /** The tool fails instead of answering. */
  readonly toolFails?: boolean;
  /** What is given when these files are read once more. */
  readonly swapped?: Folder;
};

/** The store, the tool and the log of one run. */
export const openStore = (world: World, folder: Folder, trouble: Trouble = {}): Store => {
  const files = new Map(folder);
  const reads = new Set<string>();
  const read = (path: string): string | null => {
    const isAgain = reads.has(path);
    reads.add(path);
    return (isAgain ? trouble.swapped?.get(path) : undefined) ?? files.get(path) ?? null;
  };
  const host: Host = (name, args) => {
    const [first = "", second = ""] = args.map(String);
    switch (name) {
      case "list":
        return { ok: true, value: [...files.keys()] };
      case "read":
        return { ok: true, value: read(first) };
      case "write":
        files.set(first, second);
        return { ok: true, value: null };
      case "sha256":
        return { ok: true, value: sha256(first) };
      case "signBlob":
        return { ok: true, value: signAs(world.build, first) };
      case "verifyBlob":
        return trouble.toolFails === true
          ? { ok: false, error: "The trusted root could not be fetched: deadline exceeded." }
          : { ok: true, value: signerOf(first, second) };
      case "parseConfig":
        return {
          ok: true,
          value: { memoryMb: Number(/"memoryMb":(\d{1,6})/.exec(first)?.[1] ?? 0) },
        };
      default:
        return { ok: true, value: null };
    }
  };
  return { host, files };
};

export const callsOf = ({ hostCalls }: Claimed, name: string): readonly (readonly Value[])[] =>
  hostCalls.filter((call) => call.name === name).map(({ args }) => args);

export const fieldsOf = (value: Value | undefined): ReadonlyMap<string, Value> =>
  typeof value === "object" && value !== null ? new Map(Object.entries(value)) : new Map();
