import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { newWebhookSecret, secretText, webhookHeaders } from "./sign-message.ts";

const secretOf = (text: string): Buffer => Buffer.from(text.slice("whsec_".length), "base64");

describe("the signature of a webhook", () => {
  /** github.com/standard-webhooks/standard-webhooks, libraries/javascript/src/webhook.test.ts, "sign function works". */
  it("is that of the published example", () => {
    const headers = webhookHeaders({
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
      secrets: [secretOf("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")],
    });
    expect(headers).toEqual({
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
  });

  it("is accepted by the standard's own library for any body, and for no other", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.json(), (id, body) => {
        const secret = newWebhookSecret();
        const headers = webhookHeaders({ id, at: new Date(), body, secrets: [secret] });
        const receiver = new Webhook(secretText(secret));
        expect(receiver.verify(body, headers)).toEqual(JSON.parse(body));
        expect(() => receiver.verify(`${body} `, headers)).toThrow();
        expect(() => receiver.verify(body, { ...headers, "webhook-id": `${id}x` })).toThrow();
      }),
      { numRuns: 50 },
    );
  });

  it("is accepted with either secret while one takes over from the other", () => {
    const secrets = [newWebhookSecret(), newWebhookSecret()];
    const headers = webhookHeaders({ id: "one", at: new Date(), body: "{}", secrets });
    for (const secret of secrets) {
      expect(new Webhook(secretText(secret)).verify("{}", headers)).toEqual({});
    }
    const stranger = new Webhook(secretText(newWebhookSecret()));
    expect(() => stranger.verify("{}", headers)).toThrow();
  });

  it("comes with secrets of the length that the standard asks for", () => {
    expect(newWebhookSecret().length).toBeGreaterThanOrEqual(24);
    expect(newWebhookSecret().length).toBeLessThanOrEqual(64);
  });
});
