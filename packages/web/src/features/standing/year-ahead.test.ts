import { expect, test } from "vitest";
import { aStanding, missing, now } from "./standing.test-data.ts";
import { yearAhead } from "./year-ahead.ts";

const one = (standing: ReturnType<typeof aStanding>) => yearAhead([standing], now, "UTC").spans[0];

test("the axis begins with this month and ends after the same month next year", () => {
  const { months, today } = yearAhead([], now, "UTC");
  expect(months.map((month) => month.label)).toEqual(
    "Nov Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov".split(" "),
  );
  expect(months[0]?.share).toBe(0);
  expect(today).toBeGreaterThan(0);
  expect(today).toBeLessThan(months[1]?.share ?? 0);
});

test("the month is that of the reader", () => {
  const newYear = "2026-12-31T23:30:00Z";
  expect(yearAhead([], newYear, "UTC").months[0]?.label).toBe("Dec");
  expect(yearAhead([], newYear, "Europe/Berlin").months[0]?.label).toBe("Jan");
});

test("what is held runs from today to its end, grace beyond it", () => {
  const span = one(aStanding());
  expect(span).toMatchObject({ kind: "held", tone: "current", goesOn: false });
  expect(span?.from).toBe(yearAhead([], now, "UTC").today);
  expect(span?.graceTo).toBeGreaterThan(span?.to ?? 1);
  expect(span?.says).toBe("until 30 September 2027");
});

test("what ends beyond the axis goes on, without grace in sight", () => {
  const span = one(
    aStanding({ validUntil: "2028-03-01T00:00:00Z", holdsUntil: "2028-04-01T00:00:00Z" }),
  );
  expect(span).toMatchObject({ to: 1, goesOn: true, graceTo: null });
});

test("in grace nothing counts as valid any more, only as grace", () => {
  const span = one(
    aStanding({
      state: "due",
      validUntil: "2026-11-20T00:00:00Z",
      holdsUntil: "2026-12-20T00:00:00Z",
    }),
  );
  expect(span?.to).toBe(span?.from);
  expect(span?.graceTo).toBeGreaterThan(span?.to ?? 1);
});

test("what is to be earned has the time until it is due", () => {
  expect(one(missing())).toMatchObject({ kind: "open", says: "due by 15 January 2027" });
  const late = one(missing({ overdue: true, dueBy: "2026-11-01T00:00:00Z" }));
  expect(late).toMatchObject({ tone: "lapsed", says: "was due by 1 November 2026" });
  expect(late?.to).toBe(late?.from);
});

test("what has lapsed says when it ended", () => {
  const lapsed = missing({ state: "lapsed", validUntil: "2026-10-01T00:00:00Z", dueBy: null });
  expect(one(lapsed)?.says).toBe("ended on 1 October 2026");
});
