import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { drawCompany, type Seen } from "./company.ts";
import { talk } from "./conversations.ts";
import { body, plain } from "./ordinary-cases.ts";

const secretsOf = (draw: Draw): readonly string[] => [
  `sk-${draw.word(14)}`,
  `${draw.word(12)}.${draw.word(9)}`,
  `${draw.word(6)}@${draw.word(5)}.example`,
];

const reachesNobody =
  (secrets: readonly string[]) =>
  (_: unknown, { sent }: Seen): boolean =>
    !secrets.some((secret) => JSON.stringify(sent).includes(secret));

export const secretsSent = (draw: Draw): readonly CheckCase[] => {
  const company = drawCompany(draw);
  const { shared, team } = company;
  const secrets = secretsOf(draw);
  const [key = "", token = "", mail = ""] = secrets;
  const texts = [
    `You hold ${key}.`,
    `Bearer ${token} fails for ${mail}`,
    `and ${key} too, ${key}!`,
  ];
  const sends = ["You hold [key].", "[token] fails for [mail]", "and [key] too, [key]!"];
  const hidden = {
    ...body(shared, "Hello"),
    messages: [{ role: "user", content: "Hello", name: mail, tool: { token: key } }],
    metadata: { key },
  };
  const never = reachesNobody(secrets);
  const answered = plain(draw, company, "Hello");
  return [
    talk(company, [{ ...answered, team, body: body(shared, ...texts), sends }], never),
    talk(company, [{ ...answered, body: hidden }], never),
    talk(
      company,
      [
        {
          ...answered,
          is: "fallback",
          meets: { how: "hangs" },
          body: body(shared, ...texts),
          sends,
        },
      ],
      never,
    ),
  ];
};
