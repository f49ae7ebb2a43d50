// node check-clearance.ts clearance.jwt keys.json https://checkride.example.com deploy/production
// Beside it: verify-clearance.ts (packages/verifier/src, thirty lines) and the package jose.
import { readFileSync } from "node:fs";
import { verifyClearance } from "./verify-clearance.ts";

const [clearance = "", keys = "", issuer = "", gate = ""] = process.argv.slice(2);
const token = readFileSync(clearance, "utf8").trim();
const keySet = JSON.parse(readFileSync(keys, "utf8"));

const verified = await verifyClearance(token, keySet, { issuer, gate, now: new Date() });
if (verified.ok) {
  console.log(`open until ${verified.value.until.toISOString()}`);
} else {
  console.log(`closed: ${verified.error}`);
  process.exitCode = 1;
}
