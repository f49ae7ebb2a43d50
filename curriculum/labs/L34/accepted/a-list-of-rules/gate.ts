import type { Manifest, Policy } from "./service.ts";
import { type Decision, log, parseConfig, type Reason, type Signer, sha256, store, verifyBlob } from "./tools.ts";

type Known = {
  policy: Policy;
  signer: Signer;
  manifest: Manifest;
  hashes: Map<string, string>;
};

/** In the order in which they are asked. */
const rules: [Reason, (known: Known) => boolean][] = [
  ["wrong-signer", ({ signer, policy }) => `${signer.identity} ${signer.issuer}` !== `${policy.identity} ${policy.issuer}`],
  ["wrong-model", ({ manifest, policy }) => manifest.model !== policy.model],
  ["too-old", ({ manifest, policy }) => !(manifest.version >= policy.minimumVersion)],
  ["missing-file", ({ manifest, hashes }) => Object.keys(manifest.files).some((path) => !hashes.has(path))],
  ["extra-file", ({ manifest, hashes }) => [...hashes.keys()].some((path) => !Object.keys(manifest.files).includes(path))],
  ["changed-file", ({ manifest, hashes }) => [...hashes].some(([path, hash]) => manifest.files[path] !== hash)],
];

const tryVerify = (text: string | null, signature: string | null): Signer | null => {
  if (text === null || signature === null) return null;
  try {
    return verifyBlob(text, signature);
  } catch {
    return null;
  }
};

export const mayDeploy = (policy: Policy): Decision => {
  const text = store.read("manifest.json");
  const signer = tryVerify(text, store.read("manifest.sig"));
  const digest = text === null ? null : sha256(text);
  const answer = (decision: Decision): Decision => {
    const reason = decision.allowed ? null : decision.reason;
    log({ digest, signer: signer === null ? null : signer.identity, allowed: decision.allowed, reason });
    return decision;
  };
  if (text === null || signer === null) return answer({ allowed: false, reason: "not-verified" });
  const paths = store.list().filter((path) => !/^manifest\.(json|sig)$/.test(path));
  const texts = new Map(paths.map((path) => [path, store.read(path) ?? ""]));
  const hashes = new Map([...texts].map(([path, content]) => [path, sha256(content)]));
  const known: Known = { policy, signer, manifest: JSON.parse(text), hashes };
  for (const [reason, isBroken] of rules) {
    if (isBroken(known)) return answer({ allowed: false, reason });
  }
  const { memoryMb } = parseConfig(texts.get("config.json") ?? "");
  return answer({ allowed: true, memoryMb });
};
