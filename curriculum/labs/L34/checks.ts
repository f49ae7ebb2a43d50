import type { Check, CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { sameJson } from "@checkride/rules/exercises/same-json";
import {
  callsOf,
  drawWorld,
  type Folder,
  fieldsOf,
  manifestOf,
  openStore,
  policyOf,
  type Store,
  sha256,
  signAs,
  signed,
  signerOf,
  type Trouble,
  type World,
} from "./folders.ts";

type Wants = (claimed: Claimed) => boolean;

const deploy = (world: World, folder: Folder, wants: Wants, trouble: Trouble = {}): CheckCase => ({
  args: [{ step: "deploy", policy: policyOf(world) }],
  host: openStore(world, folder, trouble).host,
  wants,
});

const allowed =
  ({ memoryMb }: World): Wants =>
  ({ value }) =>
    fieldsOf(value).get("allowed") === true && fieldsOf(value).get("memoryMb") === memoryMb;

/** The decision alone; what was parsed and logged on the way is asked elsewhere. */
const refused =
  (reason: string): Wants =>
  ({ value }) =>
    fieldsOf(value).get("allowed") === false && fieldsOf(value).get("reason") === reason;

const inWorld = (draw: Draw, make: (world: World) => readonly CheckCase[]): readonly CheckCase[] =>
  make(drawWorld(draw));

const goodFolders = (draw: Draw): readonly CheckCase[] =>
  inWorld(draw, (world) => {
    const newest = { ...world, version: world.version + 100 };
    const lowest = { ...world, version: world.minimumVersion };
    return [
      { ...deploy(world, signed(world), allowed(world)), isPublic: true },
      deploy(world, signed(newest), allowed(world)),
      deploy(world, signed(lowest), allowed(world)),
      deploy(world, signed(world, world.build, manifestOf(world, 2)), allowed(world)),
    ];
  });

/** Everything is named with its hash, and the signature is over what was written. */
const isSignedWhole =
  (world: World, { files }: Store): Wants =>
  () => {
    const text = files.get("manifest.json") ?? "";
    return (
      sameJson(JSON.parse(text), JSON.parse(manifestOf(world))) &&
      sameJson(signerOf(text, files.get("manifest.sig") ?? ""), { ...world.build })
    );
  };

const builds = (draw: Draw): readonly CheckCase[] =>
  inWorld(draw, (world) => {
    const { model, version } = world;
    const job = { model, version };
    const stale = new Map([...world.files, ["manifest.json", "{}"], ["manifest.sig", "old"]]);
    const both = openStore(world, stale);
    return [
      ...[world.files, stale].map((folder): CheckCase => {
        const store = openStore(world, folder);
        return {
          args: [{ step: "build", ...job }],
          host: store.host,
          wants: isSignedWhole(world, store),
        };
      }),
      {
        args: [{ step: "both", ...job, policy: policyOf(world) }],
        host: both.host,
        wants: allowed(world),
      },
    ];
  });

const withText = (folder: Folder, path: string, text: string): Folder =>
  new Map([...folder, [path, text]]);
const without = (folder: Folder, path: string): Folder =>
  new Map([...folder].filter(([name]) => name !== path));

const unsigned = (world: World): readonly Folder[] => {
  const good = signed(world);
  const higher = manifestOf({ ...world, version: world.version + 1 });
  return [
    world.files,
    without(good, "manifest.sig"),
    without(good, "manifest.json"),
    withText(good, "manifest.json", higher),
    withText(good, "manifest.sig", signAs(world.build, "something else")),
  ];
};

const foreign = (world: World): readonly Folder[] => {
  const { identity, issuer } = world.build;
  return [
    signed(world, { identity: identity.replace("build", "j.doe"), issuer }),
    signed(world, { identity, issuer: "https://accounts.free-mail.example" }),
    signed(world, { identity: `${identity}.evil.example`, issuer }),
    signed(world, { identity, issuer: `${issuer}.evil.example` }),
  ];
};

const config = JSON.stringify({ memoryMb: 1, run: "foul" });

/** All signed as they should be, then touched. */
const touched = (world: World) => {
  const good = signed(world);
  const [path = ""] = [...world.files.keys()].filter((one) => one.startsWith("tokenizer/"));
  return {
    "missing-file": [without(good, path), without(good, "weights.safetensors")],
    "extra-file": ["tokenizer_hook.py", "constructor", "toString", "sub/manifest.json"].map(
      (name) => withText(good, name, "import os"),
    ),
    "changed-file": [
      withText(good, "weights.safetensors", "other weights"),
      withText(good, path, "other words"),
      withText(good, "config.json", config),
    ],
  };
};

const all = (draw: Draw, folders: (world: World) => readonly Folder[], reason: string) =>
  inWorld(draw, (world) => folders(world).map((folder) => deploy(world, folder, refused(reason))));

/** Nothing foul is ever parsed, and nothing at all before somebody was found who signed. */
const neverFoul =
  (world: World): Wants =>
  (claimed) => {
    const parsed = callsOf(claimed, "parseConfig").map(([text]) => text);
    const names = claimed.hostCalls.map(({ name }) => name);
    const verified = names.indexOf("verifyBlob");
    return (
      parsed.every((text) => text === world.files.get("config.json")) &&
      (!names.includes("parseConfig") ||
        (verified >= 0 && verified < names.indexOf("parseConfig"))) &&
      typeof fieldsOf(claimed.value).get("allowed") === "boolean"
    );
  };

const and =
  (...wants: readonly Wants[]): Wants =>
  (claimed) =>
    wants.every((one) => one(claimed));

const noneParsed: Wants = (claimed) => callsOf(claimed, "parseConfig").length === 0;

const parsing = (draw: Draw): readonly CheckCase[] =>
  inWorld(draw, (world) => [
    deploy(world, withText(world.files, "config.json", config), and(neverFoul(world), noneParsed)),
    deploy(
      world,
      withText(signed(world), "config.json", config),
      and(neverFoul(world), noneParsed),
    ),
    ...foreign(world).map((folder) => deploy(world, folder, and(neverFoul(world), noneParsed))),
    deploy(world, signed(world), neverFoul(world)),
    deploy(world, signed(world), neverFoul(world), {
      swapped: new Map([["config.json", config]]),
    }),
  ]);

const logged =
  (digest: string | null, signer: string | null, reason: string | null): Wants =>
  (claimed) => {
    const entries = callsOf(claimed, "log").map(([entry]) => fieldsOf(entry));
    const [entry] = entries;
    return (
      entries.length === 1 &&
      entry?.get("digest") === digest &&
      entry.get("signer") === signer &&
      entry.get("allowed") === (reason === null) &&
      entry.get("reason") === reason
    );
  };

const logging = (draw: Draw): readonly CheckCase[] =>
  inWorld(draw, (world) => {
    const digest = sha256(manifestOf(world));
    const other = { identity: "j.doe@elsewhere.example", issuer: world.build.issuer };
    const good = signed(world);
    return [
      deploy(world, good, logged(digest, world.build.identity, null)),
      deploy(world, signed(world, other), logged(digest, other.identity, "wrong-signer")),
      deploy(world, world.files, logged(null, null, "not-verified")),
      deploy(
        world,
        without(good, "weights.safetensors"),
        logged(digest, world.build.identity, "missing-file"),
      ),
      deploy(world, good, logged(digest, null, "not-verified"), { toolFails: true }),
    ];
  });

export const checks: readonly Check[] = [
  {
    id: "good-passes",
    half: "works",
    says: "A folder that the build signed is deployed, with the memory that it asks for.",
    why: "The signature is over the manifest as it was written, spaces included. The minimum version is allowed.",
    cases: goodFolders,
  },
  {
    id: "build-signs-all",
    half: "works",
    says: "The build writes a manifest of every file and signs it; the gate takes it.",
    why: "Folders inside count, the manifest and its signature do not, also where old ones lie about.",
    cases: builds,
  },
  {
    id: "unsigned",
    half: "attacks",
    says: "Without a signature over exactly this manifest the folder is refused.",
    why: "A file called manifest.sig proves nothing; what it was made over does.",
    cases: (draw) => all(draw, unsigned, "not-verified"),
  },
  {
    id: "tool-fails",
    half: "attacks",
    says: "If the tool cannot do its work, the folder is refused.",
    why: "An error is no yes, however often it happens.",
    cases: (draw) =>
      inWorld(draw, (world) => [
        deploy(world, signed(world), refused("not-verified"), { toolFails: true }),
      ]),
  },
  {
    id: "foreign-signer",
    half: "attacks",
    says: "A folder that somebody else signed is refused.",
    why: "Identity and issuer both, and whole: anybody may call themselves build somewhere.",
    cases: (draw) => all(draw, foreign, "wrong-signer"),
  },
  {
    id: "other-model",
    half: "attacks",
    says: "The genuine manifest of another model is refused.",
    why: "The build signs many models. This gate waits for one.",
    cases: (draw) =>
      all(
        draw,
        (world) => [signed({ ...world, model: "translator-xl" }), signed({ ...world, model: "" })],
        "wrong-model",
      ),
  },
  {
    id: "rollback",
    half: "attacks",
    says: "A genuine version below the minimum is refused.",
    why: "An old signature is as true as on its first day. Versions are numbers: 9 is below 10.",
    cases: (draw) =>
      all(
        draw,
        (world) => [
          signed({ ...world, version: world.minimumVersion - 1 }),
          signed({ ...world, version: 1 }),
        ],
        "too-old",
      ),
  },
  ...(["missing-file", "extra-file", "changed-file"] as const).map(
    (reason): Check => ({
      id: reason,
      half: "attacks",
      says: {
        "missing-file": "A folder from which a file was taken is refused.",
        "extra-file": "A folder into which a file was laid is refused.",
        "changed-file": "A folder in which a file was changed is refused.",
      }[reason],
      why: "Compare both ways, in every folder, for whatever name a file has.",
      cases: (draw) => all(draw, (world) => touched(world)[reason], reason),
    }),
  ),
  {
    id: "verified-before-parsed",
    half: "attacks",
    says: "The parser sees nothing but the text that was compared with the manifest.",
    why: "Verify, compare, then parse what you compared. What is read twice can differ.",
    cases: parsing,
  },
  {
    id: "decisions-logged",
    half: "attacks",
    says: "Each decision is logged once, with digest, signer and reason.",
    why: "The attempts that were refused are what one wants to find later.",
    cases: logging,
  },
];
