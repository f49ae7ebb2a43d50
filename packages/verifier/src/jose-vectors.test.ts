import { compactVerify, createLocalJWKSet } from "jose";
import { describe, expect, it } from "vitest";
import { readToken } from "./read-token.ts";
import { verifySigned } from "./verify-signed.ts";

/** RFC 7515, appendix A.1 to A.5, and RFC 7519, section 6.1: the same claims, signed in different ways. */
const claims =
  "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
const hs256 = `eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.${claims}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`;
const rs256 = `eyJhbGciOiJSUzI1NiJ9.${claims}.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw`;
const unsigned = `eyJhbGciOiJub25lIn0.${claims}.`;
const key = {
  kty: "RSA",
  n: "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ",
  e: "AQAB",
};
const keys = { keys: [key] };
const trust = { keys, issuer: "joe", now: new Date("2011-03-22T18:00:00Z") };

const codeOf = async (token: string): Promise<string> => {
  const verified = await verifySigned(token, "JWT", trust);
  return verified.ok ? "believed" : verified.error.code;
};

describe("the published examples of signed tokens", () => {
  it("hold under the published key, and are read as they are written", async () => {
    const { payload } = await compactVerify(rs256, createLocalJWKSet(keys));
    const read = readToken(rs256);
    expect(read.ok && read.value).toEqual({
      header: { alg: "RS256" },
      claims: JSON.parse(new TextDecoder().decode(payload)),
    });
  });

  it("do not hold with one letter changed", async () => {
    const [head = "", body = "", signature = ""] = rs256.split(".");
    for (const bent of [
      `${head}.${body.replace("qb2", "qb3")}.${signature}`,
      `${rs256.slice(0, -1)}g`,
    ]) {
      await expect(compactVerify(bent, createLocalJWKSet(keys))).rejects.toThrow();
    }
  });

  it("are not believed where they are not for us: without a named key, with a secret, without a signature", async () => {
    expect(await codeOf(rs256)).toBe("unknown-key");
    expect(await codeOf(hs256)).toBe("wrong-algorithm");
    expect(await codeOf(unsigned)).toBe("malformed");
  });
});
