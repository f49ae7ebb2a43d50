import { rm } from "node:fs/promises";
import { startProduct } from "../browser/product.ts";

/** The demo is filled once for all browser tests; each starts from a copy of the stopped installation. */
export const setup = async (): Promise<() => Promise<void>> => {
  const demo = await startProduct(["--demo"], { keepData: true });
  await demo.stop();
  process.env["CHECKRIDE_DEMO_FOLDER"] = demo.dataDir;
  return () => rm(demo.dataDir, { recursive: true, force: true });
};
