import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findEngine, type Layer, sandboxCommand } from "./programs.ts";
import { tryCommand } from "./try-command.ts";

export type LayerReport = {
  readonly layer: Layer;
  /** What the kernel holds back, in words; null: nothing beyond the first layer. */
  readonly inForce: string | null;
  /** Why something is not in force. */
  readonly because: readonly string[];
};

export const noLayer: Layer = { bwrapFile: null, koffiFile: null };

/** Where bwrap is, on the usual places: nobody's environment is asked. */
const findBwrap = (): string | null => {
  const places = ["/usr/bin", "/usr/local/bin", "/bin", "/run/current-system/sw/bin"];
  return places.map((place) => join(place, "bwrap")).find((file) => existsSync(file)) ?? null;
};

/** koffi's program for this machine, found without running any of its own code. */
const findKoffi = (): string | null => {
  if (process.platform !== "linux") return null;
  const name = `linux-${process.arch}`;
  const libc = isMusl() ? `musl_${process.arch}` : `linux_${process.arch}`;
  try {
    const koffi = createRequire(import.meta.url).resolve("koffi");
    const manifest = createRequire(koffi).resolve(`@koromix/koffi-${name}/package.json`);
    const file = join(dirname(manifest), libc, "koffi.node");
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
};

const isMusl = (): boolean =>
  existsSync(`/lib/ld-musl-${process.arch === "x64" ? "x86_64" : "aarch64"}.so.1`);

const tryLayer = async (layer: Layer, programFile: string | undefined) =>
  tryCommand(
    sandboxCommand("ts", await findEngine("ts"), layer, { ...(programFile && { programFile }) }),
  );

/** What holds on this machine beyond the first layer, found by trying. */
export const findLayer = async (programFile?: string): Promise<LayerReport> => {
  const because: string[] = [];
  const inForce: string[] = [];
  const attempt = async (name: string, file: string | null, layer: Layer): Promise<boolean> => {
    if (file === null) {
      because.push(`${name} is not installed.`);
      return false;
    }
    const tried = await tryLayer(layer, programFile);
    if (tried.ok) inForce.push(tried.value || name);
    else because.push(`${name} does not work: ${tried.error}.`);
    return tried.ok;
  };
  const koffi = findKoffi();
  const usesKoffi = await attempt("koffi", koffi, { bwrapFile: null, koffiFile: koffi });
  const koffiFile = usesKoffi ? koffi : null;
  const bwrap = findBwrap();
  const usesBwrap = await attempt("bwrap", bwrap, { bwrapFile: bwrap, koffiFile });
  const layer = { bwrapFile: usesBwrap ? bwrap : null, koffiFile };
  return { layer, inForce: inForce.length > 0 ? inForce.join("; ") : null, because };
};
