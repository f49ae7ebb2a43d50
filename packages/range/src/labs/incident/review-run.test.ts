import { describe, expect, it } from "vitest";
import type { IncidentLab } from "../../kit/incident.ts";
import { answerFile } from "../kinds/answer-file.ts";
import { reviewRun } from "./review-run.ts";
import { testScenario } from "./test-scenario.ts";

const lab: IncidentLab<unknown> = {
  draw: () => null,
  scenario: () => testScenario,
  checks: [],
  stoppedAt: (run) => run.at("revoke"),
  review: () => new Map([["revoke", "It stops it."]]),
};

const step = (move: string) => ({ move, answers: {} });
const expert = () => ({ moves: [step("revoke"), step("close")] });

const reviewOf = (...moves: readonly string[]) =>
  reviewRun(lab, expert, "seed", answerFile({ moves: moves.map(step) }));

describe("what is said of a run", () => {
  it("has reasons, both response times and another way", () => {
    expect(Object.fromEntries(reviewOf("wait", "revoke", "close"))).toEqual({
      revoke: "It stops it.",
      response: "Your run: stopped after 35 minutes. The expert's run: stopped after 20 minutes.",
      expert: "09:00  Revoke the key\n09:20  Close",
    });
  });

  it("says in the expert's way why a move was worth making that was not made", () => {
    expect(reviewOf("close").get("expert")).toBe(
      "09:00  Revoke the key\n       Why: It stops it.\n09:20  Close",
    );
  });

  it("says that it was never stopped, and nothing of a run that was not begun", () => {
    expect(reviewOf("close").get("response")).toContain("Your run: it was never stopped.");
    expect(reviewOf().get("response")).toBe("The expert's run: stopped after 20 minutes.");
  });

  it("has nothing to say of what is no run", () => {
    expect(reviewOf("count").size).toBe(0);
  });
});
