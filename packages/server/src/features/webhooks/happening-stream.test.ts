import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeLog } from "../../platform/log.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { handOut } from "./hand-out.ts";
import { type HappeningHub, makeHappeningHub } from "./happening-hub.ts";
import { readLastSeq } from "./happening-store.ts";
import { happeningStream, type StreamAsk } from "./happening-stream.ts";
import { recordHappenings } from "./record-happening.ts";
import { modeChanged } from "./test-hooks.ts";

let app: TestApp;
let owner: TestPerson;
beforeAll(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
});
afterAll(() => app.close());

const happen = async (...gates: readonly string[]) => {
  const at = app.clock.now();
  for (const gate of gates) await recordHappenings(app.db, [modeChanged(at, gate)]);
  await handOut(app.db, at);
};
const log = makeLog("silent");
const hubOf = () => makeHappeningHub({ db: app.db, log, pauseMs: 5 });

const reading = (stream: ReadableStream<Uint8Array>) => {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const gates = () => [...text.matchAll(/"gate":"(.*?)"/g)].map((match) => match[1]);
  return {
    text: () => text,
    gates,
    /** Until so many events came; false: it ended before. */
    until: async (count: number): Promise<boolean> => {
      while (gates().length < count) {
        const { done, value } = await reader.read();
        if (done) return false;
        text += value;
      }
      return true;
    },
    end: async () => {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        text += value;
      }
    },
    leave: () => reader.cancel(),
  };
};
const follow = (hub: HappeningHub, ask: Partial<StreamAsk> = {}) =>
  reading(happeningStream(hub, { after: 0, seesPeople: true, ...ask }));

describe("the stream", () => {
  it("begins with what comes next, and goes on behind the last event that was seen", async () => {
    await happen("before");
    const listen = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await app.request(path, { headers: { cookie: owner.cookie, ...headers } });
      expect(answer.headers.get("content-type")).toBe("text/event-stream");
      if (!answer.body) throw new Error("no body");
      return reading(answer.body);
    };
    const live = await listen("/api/happenings/stream");
    await happen("one", "two");
    await live.until(2);
    expect(live.gates()).toEqual(["one", "two"]);
    const ids = [...live.text().matchAll(/^id: (\d+)$/gm)].map((match) => match[1]);
    await live.leave();
    await happen("three");
    const again = await listen("/api/happenings/stream", { "last-event-id": ids[0] ?? "" });
    await again.until(2);
    expect(again.gates()).toEqual(["two", "three"]);
    await again.leave();
    const after = await listen(`/api/happenings/stream?after=${ids[1]}`);
    await after.until(1);
    expect(after.gates()).toEqual(["three"]);
    await after.leave();
  });

  it("says what is no place in it, and takes one that is not reached yet for the end", async () => {
    const ask = (id: string) =>
      app.request("/api/happenings/stream", {
        headers: { cookie: owner.cookie, "last-event-id": id },
      });
    expect((await ask("abc")).status).toBe(400);
    const far = await ask("999999999");
    if (!far.body) throw new Error("no body");
    const read = reading(far.body);
    await happen("next");
    await read.until(1);
    expect(read.gates()).toEqual(["next"]);
    await read.leave();
  });

  it("gives each of many listeners everything once, wherever they begin", async () => {
    const hub = hubOf();
    const start = await readLastSeq(app.db);
    await happen("a", "b");
    const ahead = Array.from({ length: 40 }, () => follow(hub, { after: start + 2 }));
    const behind = Array.from({ length: 10 }, () => follow(hub, { after: start }));
    const all = [...ahead.map((one) => one.until(3)), ...behind.map((one) => one.until(5))];
    await happen("c");
    await happen("d", "e");
    expect(await Promise.all(all)).not.toContain(false);
    for (const one of ahead) expect(one.gates()).toEqual(["c", "d", "e"]);
    for (const one of behind) expect(one.gates()).toEqual(["a", "b", "c", "d", "e"]);
    hub.close();
  });

  it("misses nothing across a time in which nobody listened", async () => {
    const hub = hubOf();
    const after = await readLastSeq(app.db);
    const first = follow(hub, { after });
    await happen("f");
    await first.until(1);
    await first.leave();
    await happen(...Array.from({ length: 30 }, (_, index) => `g${index}`));
    const second = follow(hub, { after: after + 1 });
    await second.until(30);
    expect(second.gates()[0]).toBe("g0");
    expect(second.gates()).toHaveLength(30);
    hub.close();
  });

  it("says that nothing is new before a proxy takes it for dead", async () => {
    const hub = hubOf();
    const after = await readLastSeq(app.db);
    const one = follow(hub, { after, quietMs: 10, lifeMs: 200 });
    await one.end();
    expect(one.text()).toContain(": nothing new\n\n");
    expect(one.gates()).toEqual([]);
    hub.close();
  });

  it("ends cleanly when the process stops", async () => {
    const hub = hubOf();
    const after = await readLastSeq(app.db);
    const many = Array.from({ length: 5 }, () => follow(hub, { after }));
    const ended = Promise.all(many.map((one) => one.end()));
    hub.close();
    await ended;
    const late = follow(hub, { after });
    await late.end();
    expect(late.text()).toBe("retry: 2000\n\n");
  });
});
