import type { Json } from "@checkride/rules/exercise";
import type { Asked } from "@checkride/rules/labs/asked";
import type { Board, MadeMove, Move } from "@checkride/rules/labs/board";
import type { Result } from "@checkride/rules/result";
import { makeDraw } from "../../draw.ts";
import type { Cheat } from "../open-lab.ts";
import { answerFile, answerPath } from "./answer-file.ts";

type BoardAfter = (made: readonly MadeMove[]) => Result<Board, string>;

/** Chooses from what is on offer; where it finds nothing, the first move is made. */
type Player = (moves: readonly Move[]) => Move | undefined;

const wanderers = 12;

/** Runs of somebody who reads nothing, and what is no run at all. */
export const incidentCheats = (boardAfter: BoardAfter, seed: string): readonly Cheat[] => {
  const play = (name: string, player: Player, at: 0 | -1 = 0): Cheat => {
    const moves = playOn(boardAfter, (offered) => {
      const move = player(offered) ?? offered[0];
      return move === undefined ? null : madeOf(move, (asked) => answerOf(asked, at));
    });
    return { name, files: answerFile({ moves }) };
  };
  const begin = boardAfter([]);
  const groups = new Set(begin.ok ? working(begin.value.moves).map(({ group }) => group) : []);
  return [
    raw("empty file", ""),
    raw("no moves", '{"moves":[]}'),
    raw("moves that are no list", '{"moves":{"length":1}}'),
    raw("own prototype", '{"__proto__":{"moves":[]},"moves":[]}'),
    raw("an unknown move", '{"moves":[{"move":"constructor","answers":{}}]}'),
    play("only wait", (moves) => moves.find(({ id }) => id === "wait")),
    ...([0, -1] as const).flatMap((at) => [
      play(`every move in the listed order, answer ${at}`, (moves) => working(moves)[0], at),
      play(`every move in reverse, answer ${at}`, (moves) => working(moves).at(-1), at),
      play(`the quickest move first, answer ${at}`, (moves) => byMinutes(moves)[0], at),
      play(`the slowest move first, answer ${at}`, (moves) => byMinutes(moves).at(-1), at),
    ]),
    ...[...groups].map((group) =>
      play(`everything of “${group}” first`, (moves) => inGroupFirst(moves, group)),
    ),
    ...Array.from({ length: wanderers }, (_, at) => wander(boardAfter, `${seed} wander ${at}`)),
  ];
};

const raw = (name: string, text: string): Cheat => ({ name, files: [{ path: answerPath, text }] });

const working = (moves: readonly Move[]): readonly Move[] =>
  moves.filter(({ id }) => id !== "wait");

const byMinutes = (moves: readonly Move[]): readonly Move[] =>
  working(moves).toSorted((one, other) => one.minutes - other.minutes);

const inGroupFirst = (moves: readonly Move[], group: string): Move | undefined =>
  moves.find((move) => move.group === group) ?? working(moves)[0];

/** Moves until the end. */
const playOn = (
  boardAfter: BoardAfter,
  next: (moves: readonly Move[]) => MadeMove | null,
): readonly MadeMove[] => {
  const made: MadeMove[] = [];
  for (;;) {
    const board = boardAfter(made);
    const one = board.ok && !board.value.ended ? next(board.value.moves) : null;
    if (one === null) return made;
    made.push(one);
  }
};

/** Clicks around, differently each time. */
const wander = (boardAfter: BoardAfter, name: string): Cheat => {
  const draw = makeDraw(name);
  const moves = playOn(boardAfter, (offered) => {
    const [move] = draw.shuffle(offered);
    const answer = (asked: Asked): Json => answerOf(asked, draw.chance(0.5) ? 0 : -1);
    return move === undefined ? null : madeOf(move, answer);
  });
  return { name, files: answerFile({ moves }) };
};

const madeOf = ({ id, asks }: Move, answer: (asked: Asked) => Json): MadeMove => ({
  move: id,
  answers: Object.fromEntries(asks.map((asked) => [asked.id, answer(asked)])),
});

const answerOf = (asked: Asked, at: 0 | -1): Json => {
  switch (asked.kind) {
    case "choose":
      return asked.options.at(at)?.id ?? "";
    case "judge":
      return { verdict: asked.verdicts.at(at)?.id ?? "", reason: asked.reasons.at(at)?.id ?? "" };
    case "mark":
      return [[0, asked.text.length]];
    case "write":
      return at === 0 ? "1" : asked.ask;
    default:
      return null;
  }
};
