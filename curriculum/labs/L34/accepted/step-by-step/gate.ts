import type { Policy } from "./service.ts";
import { type Decision, log, parseConfig, type Reason, sha256, store, verifyBlob } from "./tools.ts";

class Refusal extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
  }
}

const must = (holds: boolean, reason: Reason) => {
  if (!holds) throw new Refusal(reason);
};

export const mayDeploy = async (policy: Policy): Promise<Decision> => {
  const entry = { digest: null as string | null, signer: null as string | null };
  try {
    const texts = Object.create(null) as Record<string, string>;
    for (const path of store.list()) texts[path] = store.read(path) ?? "";
    const manifest = texts["manifest.json"];
    must(manifest !== undefined, "not-verified");
    entry.digest = sha256(manifest!);
    const signer = verified(manifest!, texts["manifest.sig"]);
    must(signer !== null, "not-verified");
    entry.signer = signer!.identity;
    must(signer!.identity === policy.identity && signer!.issuer === policy.issuer, "wrong-signer");

    const { model, version, files } = JSON.parse(manifest!);
    must(model === policy.model, "wrong-model");
    must(Number(version) >= policy.minimumVersion, "too-old");
    delete texts["manifest.json"];
    delete texts["manifest.sig"];
    must(Object.keys(files).every((path) => path in texts), "missing-file");
    must(Object.keys(texts).every((path) => Object.hasOwn(files, path)), "extra-file");
    must(Object.keys(texts).every((path) => files[path] === sha256(texts[path]!)), "changed-file");
    const { memoryMb } = parseConfig(texts["config.json"]!);
    log({ ...entry, allowed: true, reason: null });
    return { allowed: true, memoryMb };
  } catch (error) {
    const reason = error instanceof Refusal ? error.reason : "not-verified";
    log({ ...entry, allowed: false, reason });
    return { allowed: false, reason };
  }
};

const verified = (manifest: string, signature: string | undefined) => {
  try {
    return signature === undefined ? null : verifyBlob(manifest, signature);
  } catch {
    return null;
  }
};
