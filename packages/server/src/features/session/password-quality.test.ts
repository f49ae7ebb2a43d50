import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passwordFaults } from "./password-quality.ts";

const about = {
  name: "Marguerite Okonkwo",
  email: "m.okonkwo@payments.example.com",
  organisation: "Northwind Traders",
};
const says = (password: string) => passwordFaults(password, about).map((fault) => fault.says);

describe("a password", () => {
  it.each([
    "nine green teapots sing",
    "korrekt pferd batterie lampe",
    "vX9!kq2#Lm7$",
    "жёлтый трамвай едет домой",
    "いろはにほへとちりぬるをわかよ",
    "the river under seventeen bridges",
  ])("like %j is fine", (password) => {
    expect(says(password)).toEqual([]);
  });

  it.each([
    ["short", "at least 12"],
    ["aaaaaaaaaaaaaaaaaa", "repeats"],
    ["abcdefghijklmnop", "row"],
    ["qwertyuiop123456", "row"],
    ["123456789012345", "row"],
    ["xyzkxyzkxyzkxyzk", "repeats"],
    ["Password123456!", "common"],
    ["P@ssw0rd!2026!!", "common"],
    ["Welcome-Summer-2026", "common"],
    ["correct horse battery staple", "common"],
    ["i like checkride a lot", "checkride"],
    ["Ch3ckr1de is the best", "checkride"],
    ["hello marguerite there", "marguerite"],
    ["0k0nkw0 was here again", "okonkwo"],
    ["northwind forever and on", "northwind"],
    ["my payments are all late", "payments"],
  ])("like %j is refused because it says %j", (password, why) => {
    expect(says(password).join("; ")).toContain(why);
  });

  it("counts letters as a person does, not bytes or halves of them", () => {
    expect(says("😀🎈🌵🚂🎺🧦🍋🐙🚪🎲🧩")).toEqual(["has 11 characters and needs at least 12"]);
    expect(says("😀🎈🌵🚂🎺🧦🍋🐙🚪🎲🧩🪁")).toEqual([]);
  });

  it("has an answer for whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 1000 }), (password) => {
        const faults = passwordFaults(password, about);
        if ([...password.normalize("NFC")].length < 12) expect(faults.length).toBeGreaterThan(0);
      }),
    );
  });

  it("does not take long for a hostile one", () => {
    const started = performance.now();
    passwordFaults(`${"ab".repeat(499)}!`, about);
    passwordFaults("a".repeat(1000), about);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
