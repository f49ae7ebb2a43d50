import { describe, expect, it } from "vitest";
import { judgeSpace } from "./check-data-folder.ts";
import { judgeMigrations, judgeSettings, judgeVersion } from "./check-database.ts";
import { judgeKey } from "./check-key.ts";
import { judgeClock, judgeWaiting } from "./check-ledger.ts";
import { judgeAddress, judgePort } from "./check-network.ts";
import { judgeEngines, judgeLayer } from "./check-range.ts";
import { judgeNode } from "./check-runtime.ts";
import { judgeWorkers } from "./check-worker.ts";

const now = new Date("2026-05-03T09:30:00.000Z");
const secondsLater = (seconds: number) => new Date(now.getTime() + seconds * 1000);

const cases = [
  ["the Node that comes with it", judgeNode("24.21.0", "24.21.0"), "ok"],
  ["another Node 24", judgeNode("24.1.0", "24.21.0"), "warn"],
  ["an older Node", judgeNode("22.0.0", "24.21.0"), "fail"],
  ["a platform without a Node of its own", judgeNode("26.0.0", null), "note"],
  ["much space", judgeSpace("/d", 5_000), "ok"],
  ["little space", judgeSpace("/d", 999), "warn"],
  ["hardly any space", judgeSpace("/d", 199), "fail"],
  ["engines that run", judgeEngines([]), "ok"],
  ["an engine that does not", judgeEngines(["It is another file."]), "fail"],
  ["a kernel that helps", judgeLayer({ inForce: "seccomp", because: [] }), "ok"],
  ["a kernel that does not", judgeLayer({ inForce: null, because: ["No koffi."] }), "warn"],
  ["a new database", judgeVersion("18.4"), "ok"],
  ["an old database", judgeVersion("14.11 (Debian)"), "fail"],
  ["an empty database", judgeMigrations(null, []), "note"],
  ["a step that waits", judgeMigrations([], [{ number: 1, name: "a", sql: "" }]), "note"],
  ["a strange step", judgeMigrations([{ number: 1, name: "a", hash: "x" }], []), "fail"],
  ["a key that opens", judgeKey("opens", "f"), "ok"],
  ["a key of somebody else", judgeKey("does-not-open", "f"), "fail"],
  ["no key", judgeKey("missing", "f"), "fail"],
  ["nothing sealed yet", judgeKey("nothing-to-open", "f"), "note"],
  ["nothing waiting", judgeWaiting(null, true, now), "ok"],
  ["a second of waiting", judgeWaiting(secondsLater(-1), true, now), "ok"],
  ["minutes of waiting", judgeWaiting(secondsLater(-61), true, now), "fail"],
  ["waiting while stopped", judgeWaiting(secondsLater(-9999), false, now), "note"],
  ["clocks that agree", judgeClock(secondsLater(-5), secondsLater(1), now), "ok"],
  ["evidence of the future", judgeClock(secondsLater(61), now, now), "fail"],
  ["clocks apart", judgeClock(null, secondsLater(-61), now), "warn"],
  ["a worker", judgeWorkers(1, true), "ok"],
  ["a server without a worker", judgeWorkers(0, true), "fail"],
  ["nothing running", judgeWorkers(0, false), "note"],
  ["a free port", judgePort("free", "h", 1), "ok"],
  ["our own port", judgePort("checkride", "h", 1), "ok"],
  ["a taken port", judgePort("other", "h", 1), "fail"],
  ["a port for root only", judgePort("not-permitted", "h", 80), "fail"],
  ["this machine alone", judgeAddress({ host: "127.0.0.1", publicUrl: null }), "ok"],
  ["a network without an address", judgeAddress({ host: "0.0.0.0", publicUrl: null }), "warn"],
  ["plain http", judgeAddress({ host: "0.0.0.0", publicUrl: "http://c.example" }), "warn"],
  ["plain http at home", judgeAddress({ host: "::", publicUrl: "http://localhost:1" }), "ok"],
  ["https", judgeAddress({ host: "0.0.0.0", publicUrl: "https://c.example" }), "ok"],
] as const;

describe("doctor judges", () => {
  it.each(cases)("%s", (_what, check, state) => {
    expect(check.state).toBe(state);
    // What is wrong comes with what to do.
    expect(check.fix !== undefined).toBe(state === "warn" || state === "fail");
  });

  it("settings that lose acknowledged evidence, each by itself", () => {
    const on = new Map([
      ["fsync", "on"],
      ["synchronous_commit", "on"],
      ["full_page_writes", "on"],
    ]);
    expect(judgeSettings(on).map(({ state }) => state)).toEqual(["ok"]);
    const off = new Map([...on, ["fsync", "off"] as const, ["synchronous_commit", "off"] as const]);
    expect(judgeSettings(off).map(({ state }) => state)).toEqual(["fail", "fail"]);
  });
});
