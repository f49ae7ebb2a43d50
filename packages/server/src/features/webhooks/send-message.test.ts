import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { makeReachable } from "./reachable.ts";
import { makeSender, type Resolve, type Sender } from "./send-message.ts";
import { openReceiver, type TestReceiver } from "./test-receiver.ts";

const open: (Sender | TestReceiver)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const receiver = async (...ask: Parameters<typeof openReceiver>) => {
  const made = await openReceiver(...ask);
  open.push(made);
  return made;
};
const senderTo = (own: readonly string[], more: { resolve?: Resolve; timeoutMs?: number } = {}) => {
  const made = makeSender({ reachable: makeReachable(own), userAgent: "Checkride/test", ...more });
  open.push(made);
  return made;
};
const loopback = ["127.0.0.0/8"];
const now = new Date("2026-11-22T00:00:00.000Z");
const post = (sender: Sender, url: string) =>
  sender.send({ url, headers: { "webhook-id": "one" }, body: '{"a":"ü"}', now });

describe("a message", () => {
  it("arrives as it was written, as JSON, with its headers", async () => {
    const { url, received } = await receiver();
    const sent = await post(senderTo(loopback), url);
    expect(sent).toMatchObject({ status: 200, says: "Answered 200.", excerpt: "thanks" });
    expect(received).toMatchObject([
      {
        body: '{"a":"ü"}',
        headers: {
          "webhook-id": "one",
          "content-type": "application/json",
          "content-length": "10",
          "user-agent": "Checkride/test",
        },
      },
    ]);
  });

  it("gets through again after the receiver closed the connection that was kept", async () => {
    const { url, received } = await receiver((request, response) => {
      response.on("finish", () => setImmediate(() => request.socket.destroy()));
      response.end();
    });
    const sender = senderTo(loopback);
    for (let count = 0; count < 5; count++) {
      expect((await post(sender, url)).status).toBe(200);
    }
    expect(received.length).toBe(5);
  });

  it.each([
    [["not a lie, but no JSON: <html>"], 200],
    [["Gone"], 410],
  ])("is answered by its status, whatever the text %j", async ([text], status) => {
    const { url } = await receiver((_, response) => response.writeHead(status).end(text));
    expect(await post(senderTo(loopback), url)).toMatchObject({ status, excerpt: text });
  });

  it("takes from a huge answer its beginning and leaves", async () => {
    let written = 0;
    const { url } = await receiver((_, response) => {
      const more = () => {
        while (!response.destroyed) {
          written += 65_536;
          if (!response.write("x".repeat(65_536))) break;
        }
      };
      response.on("drain", more);
      more();
    });
    const sent = await post(senderTo(loopback), url);
    expect(sent).toMatchObject({ status: 200, excerpt: "x".repeat(1_024) });
    expect(written).toBeLessThan(50_000_000);
  });

  it("keeps out of its log what a text column does not take", async () => {
    const { url } = await receiver((_, response) => response.end(Buffer.from([0, 0x61, 0xff, 0])));
    expect((await post(senderTo(loopback), url)).excerpt).toBe("a\ufffd");
  });

  it("says when to come again", async () => {
    const { url } = await receiver((_, response) =>
      response.writeHead(503, { "retry-after": "120" }).end(),
    );
    expect((await post(senderTo(loopback), url)).retryAfterMs).toBe(120_000);
  });
});

describe("a receiver", () => {
  const fails = async (...ask: Parameters<typeof openReceiver>) => {
    const { url } = await receiver(...ask);
    return post(senderTo(loopback, { timeoutMs: 150 }), url);
  };

  it("that never answers is left after the limit", async () => {
    expect(await fails(() => undefined)).toMatchObject({
      status: null,
      says: "Did not answer within 0.15 s.",
    });
  });

  it("that answers its status and then nothing has answered", async () => {
    const sent = await fails((_, response) => void response.writeHead(200).write("begun"));
    expect(sent).toMatchObject({ status: 200, excerpt: "begun" });
  });

  it("that cuts the connection is told apart", async () => {
    const sent = await fails((request) => request.socket.destroy());
    expect(sent).toMatchObject({ status: null, says: "Cut the connection." });
  });

  it("that redirects to a metadata address is not followed", async () => {
    const location = "http://169.254.169.254/latest/meta-data/";
    const sent = await fails((_, response) => response.writeHead(302, { location }).end());
    expect(sent.status).toBe(302);
    expect(sent.says).toContain("redirects are not followed");
  });

  it("that does not speak HTTP, or is not there, is told apart", async () => {
    const server = createServer((socket) => socket.resume().end("SSH-2.0-OpenSSH_9.2\r\n"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const url = `http://127.0.0.1:${port}/`;
    const sender = senderTo(loopback);
    expect((await post(sender, url)).says).toBe("Answered something that is not HTTP.");
    await new Promise((resolve) => server.close(resolve));
    expect((await post(sender, url)).says).toBe("Nobody listens there.");
    const away = await post(sender, "https://no-such-name.invalid/");
    expect(away.status).toBeNull();
  });
});

describe("a name", () => {
  const leadsTo =
    (...addresses: readonly string[]): Resolve =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

  it("that leads inside is not connected to", async () => {
    const { port, received } = await receiver();
    for (const address of ["127.0.0.1", "::ffff:127.0.0.1", "::1"]) {
      const sender = senderTo([], { resolve: leadsTo(address) });
      const sent = await post(sender, `https://rebound.example.com:${port}/`);
      expect(sent).toMatchObject({ status: null });
      expect(sent.says).toContain("leads nowhere");
    }
    expect((await post(senderTo([]), `https://localhost:${port}/`)).says).toContain("nowhere");
    expect((await post(senderTo([]), `https://127.0.0.1:${port}/`)).says).toContain("not on the");
    expect(received).toEqual([]);
  });

  it("is looked up once, and what was judged is what is connected to", async () => {
    const { port, received } = await receiver();
    let asked = 0;
    const resolve: Resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? "127.0.0.1" : "127.9.9.9", family: 4 }];
    };
    const sent = await post(senderTo(["127.0.0.1"], { resolve }), `http://hooks.test:${port}/`);
    expect(sent.status).toBe(200);
    expect([asked, received[0]?.headers["host"]]).toEqual([1, `hooks.test:${port}`]);
  });

  it("goes to those of its addresses that may be reached", async () => {
    const { port } = await receiver();
    const resolve = leadsTo("10.0.0.1", "127.0.0.1");
    const sent = await post(senderTo(["127.0.0.1"], { resolve }), `http://hooks.test:${port}/`);
    expect(sent.status).toBe(200);
  });
});
