import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";

describe("readConfig", () => {
  it("needs nothing", () => {
    const read = readConfig({});
    expect(read).toMatchObject({ ok: true, value: { port: 7300, host: "127.0.0.1" } });
  });

  it("says for each value where it came from", () => {
    const read = readConfig({ PORT: "8080" });
    expect(read.ok && read.value.sources).toMatchObject({
      PORT: "environment",
      CHECKRIDE_DATA: "default",
    });
  });

  it("takes an empty variable as not set", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: "" })).toMatchObject({
      ok: true,
      value: { port: 7300, databaseUrl: null },
    });
  });

  it("reports every wrong value at once", () => {
    const read = readConfig({ PORT: "99999", DATABASE_URL: "mysql://x", CHECKRIDE_SECRET: "abc" });
    expect(read.ok ? [] : read.error.map((fault) => fault.variable)).toEqual([
      "PORT",
      "DATABASE_URL",
      "CHECKRIDE_SECRET",
    ]);
  });

  it("drops the slash at the end of the public address", () => {
    const read = readConfig({ CHECKRIDE_URL: "https://checkride.example/" });
    expect(read.ok && read.value.publicUrl).toBe("https://checkride.example");
  });
});
