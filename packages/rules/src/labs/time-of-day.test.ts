import { expect, it } from "vitest";
import { timeOfDay } from "./time-of-day.ts";

it("counts minutes from when an incident began, past midnight too", () => {
  expect(timeOfDay("09:00", 0)).toBe("09:00");
  expect(timeOfDay("09:40", 85)).toBe("11:05");
  expect(timeOfDay("23:50", 10)).toBe("00:00 +1");
  expect(timeOfDay("09:00", 3 * 1440)).toBe("09:00 +3");
});
