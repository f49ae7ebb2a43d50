import type { Manifest, Policy } from "./service.ts";
import {
  type Decision,
  log,
  parseConfig,
  type Reason,
  type Signer,
  sha256,
  store,
  verifyBlob,
} from "./tools.ts";

const own = ["manifest.json", "manifest.sig"];

export const mayDeploy = (policy: Policy): Decision => {
  const text = store.read("manifest.json");
  const signer = text === null ? null : signerOf(text);
  const decision = text === null || signer === null ? refuse("not-verified") : judge(policy, text, signer);
  log({
    digest: text === null ? null : sha256(text),
    signer: signer?.identity ?? null,
    allowed: decision.allowed,
    reason: decision.allowed ? null : decision.reason,
  });
  return decision;
};

/** A tool that could not do its work has not said yes. */
const signerOf = (text: string): Signer | null => {
  try {
    return verifyBlob(text, store.read("manifest.sig") ?? "");
  } catch {
    return null;
  }
};

const refuse = (reason: Reason): Decision => ({ allowed: false, reason });

/** Only here may the manifest be believed. */
const judge = (policy: Policy, text: string, { identity }: Signer): Decision => {
  if (identity !== policy.identity) return refuse("wrong-signer");
  const manifest: Manifest = JSON.parse(text);
  if (manifest.model !== policy.model) return refuse("wrong-model");
  if (manifest.version < policy.minimumVersion) return refuse("too-old");

  const expected = new Map(Object.entries(manifest.files));
  const found = new Map<string, string>();
  for (const path of store.list()) {
    if (!own.includes(path)) found.set(path, store.read(path) ?? "");
  }
  if ([...expected.keys()].some((path) => !found.has(path))) return refuse("missing-file");
  if ([...found.keys()].some((path) => !expected.has(path))) return refuse("extra-file");
  if ([...found].some(([path, content]) => sha256(content) !== expected.get(path))) {
    return refuse("changed-file");
  }
  // The text that was compared, not what the store would give now.
  return { allowed: true, memoryMb: parseConfig(found.get("config.json") ?? "{}").memoryMb };
};
