import { expect, test } from "vitest";
import {
  daysBetween,
  formatDate,
  formatWeekday,
  isoDate,
  isoMinute,
  relativeDay,
  relativeMoment,
  utcText,
} from "./date.ts";

const lateEvening = "2027-02-13T23:30:00Z";

test("a date is written out in the zone of the reader", () => {
  expect(formatDate(lateEvening, "UTC")).toBe("13 February 2027");
  expect(formatDate(lateEvening, "Europe/Berlin")).toBe("14 February 2027");
});

test("tables get ISO dates in the same zone", () => {
  expect(isoDate(lateEvening, "Europe/Berlin")).toBe("2027-02-14");
  expect(isoMinute(lateEvening, "Europe/Berlin")).toBe("2027-02-14 00:30");
});

test("the day's name has no comma", () => {
  expect(formatWeekday("2026-11-24T08:00:00Z", "UTC")).toBe("Tuesday 24 November");
});

test("the title says the moment in UTC", () => {
  expect(utcText("2027-02-14T09:31:00+01:00")).toBe("2027-02-14 08:31:00 UTC");
});

test("days are counted by the calendar, not by 24 hours", () => {
  expect(daysBetween("2026-11-24T23:00:00Z", "2026-11-25T01:00:00Z", "UTC")).toBe(1);
  expect(daysBetween("2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z", "Europe/Berlin")).toBe(2);
});

test.each([
  ["2026-11-24T10:00:00Z", "today"],
  ["2026-11-25T10:00:00Z", "tomorrow"],
  ["2026-11-23T10:00:00Z", "yesterday"],
  ["2027-02-14T10:00:00Z", "in 82 days"],
  ["2026-11-21T10:00:00Z", "3 days ago"],
  ["2027-09-30T10:00:00Z", "in 10 months"],
  ["2029-11-24T10:00:00Z", "in 3 years"],
])("%s is %s", (at, words) => {
  expect(relativeDay("2026-11-24T09:00:00Z", at, "UTC")).toBe(words);
});

test.each([
  ["2026-11-24T08:59:50Z", "just now"],
  ["2026-11-24T08:48:00Z", "12 minutes ago"],
  ["2026-11-24T07:59:00Z", "1 hour ago"],
  ["2026-11-22T08:00:00Z", "2 days ago"],
  ["2026-11-26T08:00:00Z", "in 2 days"],
])("the moment %s is %s", (at, words) => {
  expect(relativeMoment("2026-11-24T09:00:00Z", at, "UTC")).toBe(words);
});
