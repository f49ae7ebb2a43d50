import type { Policy } from "./service.ts";
import { type Decision, log, parseConfig, type Reason, sha256, store, verifyBlob } from "./tools.ts";

const decide = (policy: Policy, manifestText: string, issuedBy: string, texts: [string, string][]): Reason | null => {
  const { model, version, files } = JSON.parse(manifestText);
  if (issuedBy !== JSON.stringify([policy.identity, policy.issuer])) return "wrong-signer";
  if (model !== policy.model) return "wrong-model";
  if (version < policy.minimumVersion) return "too-old";
  const named = Object.keys(files).sort().join("\n");
  const there = texts.map(([path]) => path).sort().join("\n");
  const lines = (list: string) => new Set(list.split("\n"));
  if ([...lines(named)].some((path) => !lines(there).has(path))) return "missing-file";
  if (named !== there) return "extra-file";
  const expected = JSON.stringify(Object.entries(files).sort());
  const found = JSON.stringify(texts.map(([path, text]) => [path, sha256(text)]).sort());
  return expected === found ? null : "changed-file";
};

export const mayDeploy = (policy: Policy): Decision => {
  const manifestText = store.read("manifest.json");
  let signer: string | null = null;
  let reason: Reason | null = "not-verified";
  let texts: [string, string][] = [];
  try {
    const signature = store.read("manifest.sig");
    const by = manifestText !== null && signature !== null ? verifyBlob(manifestText, signature) : null;
    if (by !== null && manifestText !== null) {
      signer = by.identity;
      texts = store
        .list()
        .filter((path) => !["manifest.json", "manifest.sig"].includes(path))
        .map((path) => [path, store.read(path) ?? ""]);
      reason = decide(policy, manifestText, JSON.stringify([by.identity, by.issuer]), texts);
    }
  } catch {
    reason = "not-verified";
  }
  log({ digest: manifestText === null ? null : sha256(manifestText), signer, allowed: reason === null, reason });
  if (reason !== null) return { allowed: false, reason };
  const [, config = "{}"] = texts.find(([path]) => path === "config.json") ?? [];
  return { allowed: true, memoryMb: parseConfig(config).memoryMb };
};
