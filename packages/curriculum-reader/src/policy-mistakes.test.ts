import { describe, expect, it } from "vitest";
import type { PolicyReading } from "./read-policy.ts";
import { readPolicy } from "./read-policy.ts";
import { smallCatalogue, soundPolicy, testNow } from "./test-policy-file.ts";

const read = (text: string): PolicyReading => readPolicy(text, smallCatalogue, testNow);

/**
 * One mistake a row: what it is | what is replaced | by what | line:column | what is said | what was meant.
 * ⏎ is a line break, ⇥ a tab, ' a backtick of the sentence.
 */
const table = `
an unknown key at the top | certificates: | certifcates: | 14:1 | unknown key 'certifcates'; did you mean 'certificates'? | certificates
an unknown key inside |     because: all |     becuase: all | 9:5 | unknown key 'becuase' | because
another format version | checkride: 1 | checkride: 2 | 1:12 | 'checkride' must be 1
an empty name | name: Acme | name: "" | 2:7 | 'name' must be text
a length in years | refresh: 12 months | refresh: 1 year | 4:12 | 'refresh' must be a number of months | 12 months
too long a validity | validity: 24 months | validity: 36 months | 5:13 | longer than 24 months, the most a certificate may hold | 24 months
a refresh longer than the validity | validity: 24 months | validity: 6 months | 4:12 | refresh of 12 months never comes | 6 months
a tier that does not exist | tier: [1, 2] | tier: [1, 4] | 12:21 | item 2 of 'tier' must be 1, 2 or 3, not '4'
an unknown condition | job: developer | jbo: developer | 13:11 | unknown key 'jbo' | job
two conditions in one |         - job: developer |         - job: developer⏎          team: red | 13:11 | 'job' stands beside 'team'
a missing title |     title: Safe use⏎ |  | 15:3 | 'title' is missing
an unknown audience | for: [technical] | for: [tecnical] | 17:11 | there is no audience 'tecnical' | technical
one audience where a list belongs | for: [technical] | for: technical | 17:10 | 'for' must be a list of audiences, not 'technical'
an unknown lab | - lab: L17 | - lab: L71 | 19:14 | there is no activity 'lab/L71' | lab/L17
an ask that asks nothing | - lab: L17 | - {} | 19:9 | item 1 of 'asks' does not say what is asked
two asks in one | - lab: L17 | - lab: L17⏎        quiz: t1 | 20:9 | 'quiz' stands beside 'lab'
more than is listed |           count: 1 |           count: 3 | 21:18 | 3 are asked for, but only 2 are listed | 2
the same ask twice | { lab: L27 } | { lab: L01 } | 22:30 | 'lab/L01' is asked for twice here
a pass mark above all | passMark: 80% | passMark: 800% | 24:19 | a pass mark lies between 0% and 100%, not at 800%
a pass mark as a number of percent | passMark: 80% | passMark: 80 | 24:19 | 'passMark' must be a share | 80%
a mark for a signature | - signOff: ai-safety-policy | - signOff: ai-safety-policy⏎        passMark: 80% | 26:9 | 'passMark' means nothing beside 'signOff'
an unknown document | signOff: ai-safety-policy | signOff: ai-safety-polcy | 25:18 | there is no document | ai-safety-policy
a length without a unit | within: 30 days | within: 30 | 29:17 | 'within' must be a number of days | 30 days
an unknown activity to reopen | activities: [lab/L17] | activities: [lab/L99] | 30:22 | there is no activity 'lab/L99'
a mode that does not exist | mode: enforce | mode: enfroce | 35:11 | 'mode' must be one of observe, warn, enforce | enforce
a turn without a day | mode: enforce | mode: warn⏎    turns: { to: enforce } | 36:12 | 'on' is missing; it must be a date
a turn on no day | mode: enforce | mode: warn⏎    turns: { to: enforce, on: 2027-02-30 } | 36:31 | 'on' must be a day that the calendar has
a turn to no mode | mode: enforce | mode: warn⏎    turns: [{ to: enfroce, on: 2027-03-01 }] | 36:19 | 'to' must be one of observe, warn, enforce | enforce
turns in no order | mode: enforce | mode: observe⏎    turns: [{ to: warn, on: 2027-03-01 }, { to: enforce, on: 2027-02-01 }] | 36:62 | each turn comes after the one before it
an age without a unit | mode: enforce | mode: enforce⏎    offline: { maxAge: 60 } | 36:24 | 'maxAge' must be a length of time | 60 minutes
too old an answer | mode: enforce | mode: enforce⏎    offline: { maxAge: 8 days } | 36:24 | more than 7 days ago | 7 days
neither allow nor deny | mode: enforce | mode: enforce⏎    offline: { otherwise: open } | 36:27 | 'otherwise' must be allow or deny
a role that could not approve | mode: enforce | mode: enforce⏎    breakGlass: { roles: [learner], longest: 4 hours } | 36:27 | the role 'learner' cannot approve; name owner or council or lead
nobody to break the glass | mode: enforce | mode: enforce⏎    breakGlass: { roles: [], longest: 4 hours } | 36:26 | name at least one role, or leave
a week of emergency | mode: enforce | mode: enforce⏎    breakGlass: { roles: [lead], longest: 7 days } | 36:43 | is no emergency | 3 days
no time to open | mode: enforce | mode: enforce⏎    breakGlass: { roles: [lead], longest: 0 hours } | 36:43 | it would end as it begins
an unlinked author that is forgiven | mode: enforce | mode: enforce⏎    unlinked: allow | 36:15 | 'unlinked' must be one of deny, report
an unknown certificate | asks: [safe-use] | asks: [safe-usage] | 36:12 | there is no certificate 'safe-usage' | safe-use
an id with a blank |   deploy/production: |   Deploy production: | 33:3 | the key 'Deploy production' must be lower-case words
a missing reason |     reason: on leave⏎ |  | 38:5 | 'reason' is missing
an exemption approved by oneself | approver: bob | approver: ada | 41:15 | nobody approves an exemption for themselves
a day that no calendar has | until: 2026-12-01 | until: 2026-02-30 | 42:12 | 'until' must be a day that the calendar has
a role that does not exist | roles: [council] | roles: [counsel] | 45:11 | one of owner, council | council
half a person |   count: 1⏎  roles |   count: 1.5⏎  roles | 44:10 | 'count' must be a whole number
a key written twice | name: Acme | name: Acme⏎name: Acme | 3:1 | this key is written twice
a tab |   technical: | ⇥technical: | 7:1 | a tab indents here
an alias | because: all technical staff | because: *name | 9:14 | anchors and aliases are not read here
a tag | name: Acme | name: !secret Acme | 2:7 | tags such as '!name'
an open bracket | for: [technical] | for: [technical | 18:5 | 
`;

const planted = table
  .split("\n")
  .filter((row) => row !== "")
  .map((row) => {
    const [mistake = "", from = "", to = "", at = "", says = "", meant = null] = row
      .replaceAll("⏎", "\n")
      .replaceAll("⇥", "\t")
      .split(" | ");
    return { mistake, from, to, at, says, meant };
  });

const places = ({ faults }: PolicyReading): string[] =>
  faults.map(({ line, column }) => `${line}:${column}`);

describe("a mistake is pointed at:", () => {
  it.each(planted)("$mistake", ({ from, to, at, says, meant }) => {
    expect(soundPolicy).toContain(from);
    const reading = read(soundPolicy.replace(from, to));
    expect(reading.policy).toBeNull();
    expect(places(reading)).toContain(at);
    const fault = reading.faults[places(reading).indexOf(at)];
    expect(fault?.says.replaceAll("`", "'")).toContain(says);
    expect(fault?.meant).toBe(meant);
  });

  it("and is the only one said of it", () => {
    // A text that is not YAML may be wrong in several ways.
    const counts = planted
      .filter(({ mistake }) => mistake !== "an open bracket" && mistake !== "a tab")
      .map(({ mistake, from, to }) => [mistake, read(soundPolicy.replace(from, to)).faults.length]);
    expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
  });

  it("all of them at once, in the order of the text", () => {
    const several = new Set([
      "a length in years",
      "an unknown audience",
      "an ask that asks nothing",
      "more than is listed",
      "a mode that does not exist",
      "an exemption approved by oneself",
    ]);
    const text = planted
      .filter(({ mistake }) => several.has(mistake))
      .reduce((sofar, { from, to }) => sofar.replace(from, to), soundPolicy);
    expect(places(read(text))).toEqual(["4:12", "17:11", "19:9", "21:18", "35:11", "41:15"]);
  });
});
