import { expect, it } from "vitest";
import { askedTracks } from "./asked-tracks.ts";
import { aPerson, aPolicy, aRule } from "./test-policy.ts";

it("names the tracks that the policy asks of somebody, each once", () => {
  const policy = aPolicy(
    {
      safe: aRule({ track: "t1" }),
      again: aRule({ track: "t1" }),
      chosen: aRule({ track: "t2", for: ["champions"] }),
      none: aRule(),
    },
    {
      audiences: {
        all: { title: "All", because: "", who: { kind: "everyone" } },
        champions: { title: "Champions", because: "", who: { kind: "role", in: ["champion"] } },
      },
    },
  );
  expect(askedTracks(policy, aPerson())).toEqual(["t1"]);
  expect(askedTracks(policy, aPerson({ roles: ["champion"] }))).toEqual(["t1", "t2"]);
});
