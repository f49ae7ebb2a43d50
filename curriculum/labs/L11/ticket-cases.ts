import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { type Fields, fieldsOf, type Seen, type ToolCall, type Value } from "./outside.ts";
import { asks, drawPeople, type People, results, same, talk } from "./talks.ts";

/** With the name of the tool beside it or alone. */
const resultOf = ({ calls }: Seen): Value => {
  const told = calls.at(-1)?.messages.findLast(({ role }) => role === "tool");
  try {
    const content: Value = JSON.parse(String(told?.["content"]));
    return fieldsOf(content)["result"] ?? content;
  } catch {
    return null;
  }
};

const holds = (value: Value, wanted: Fields): boolean =>
  Object.entries(wanted).every(([key, one]) => fieldsOf(value)[key] === one);

const withTool = (
  draw: Draw,
  { office, ada }: People,
  call: ToolCall,
  is: (seen: Seen) => boolean,
): CheckCase =>
  talk(
    office,
    [asks(draw, ada, { question: `What about it, ${draw.word(5)}?`, calls: [call] })],
    is,
  );

export const ownTickets = (draw: Draw): readonly CheckCase[] => {
  const people = drawPeople(draw);
  const { own, office, ada } = people;
  const { id, title } = own;
  const mine = office.tickets.filter(({ owner }) => owner === ada);
  return [
    withTool(draw, people, { tool: "get_ticket", args: { ticket: id } }, (seen) =>
      holds(resultOf(seen), { id, state: "open", title }),
    ),
    withTool(draw, people, { tool: "list_tickets", args: {} }, (seen) =>
      same(
        resultOf(seen),
        mine.map((one) => ({ id: one.id, state: one.state, title: one.title })),
      ),
    ),
    withTool(
      draw,
      people,
      { tool: "close_ticket", args: { ticket: id } },
      (seen) => same(resultOf(seen), { id, state: "closed" }) && same(seen.closed, [id]),
    ),
  ];
};

export const foreignTickets = (draw: Draw): readonly CheckCase[] => {
  const people = drawPeople(draw);
  const { foreign, bob, own } = people;
  const asked = (tool: string, args: Fields, is: (seen: Seen) => boolean): CheckCase =>
    withTool(draw, people, { tool, args }, is);
  const unknown = { error: "no such ticket" };
  const isUnknown = (seen: Seen): boolean =>
    same(resultOf(seen), unknown) && seen.closed.length === 0;
  const nothingOf = (seen: Seen): boolean =>
    ![foreign.id, foreign.title, foreign.note, bob, own.note].some((word) =>
      results(seen).includes(word),
    );
  const question = `What is the state of ticket ${foreign.id}?`;
  const call = { tool: "get_ticket", args: { ticket: foreign.id } };
  const shown = talk(
    people.office,
    [{ account: people.ada, question, calls: [call], is: "answered" }],
    isUnknown,
  );
  return [
    { ...shown, isPublic: true },
    asked("get_ticket", { ticket: foreign.id, account: bob, owner: bob }, isUnknown),
    asked("get_ticket", { ticket: draw.word(7) }, isUnknown),
    asked("get_ticket", { ticket: own.id }, nothingOf),
    asked("close_ticket", { ticket: foreign.id, account: bob }, isUnknown),
    asked("list_tickets", { account: bob, owner: bob }, nothingOf),
  ];
};
