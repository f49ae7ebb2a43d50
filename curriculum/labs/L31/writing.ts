import type { Draw } from "@checkride/range/draw";
import { type Dialogue, mention, type Turn } from "./dialogues.ts";
import { drawOrder, drawPeople, type Person, wordNames } from "./people.ts";

export const topics = ["late parcel", "wrong size"] as const;

const customerOf = (person: Person, at: number): Dialogue["customer"] => ({
  ...person,
  id: `c${at}`,
});

type Cast = { readonly customer: Person; readonly other: Person; readonly order: string };

const ownName = ({ customer: { given, surname } }: Cast, text = `${given} ${surname}`) =>
  mention("PERSON", "customer", text);
const otherName = ({ other: { given, surname } }: Cast, text = `${given} ${surname}`) =>
  mention("PERSON", "other", text);

/** Everything that names somebody, in the forms in which people write it. */
const talk = (draw: Draw, cast: Cast): readonly Turn[] => {
  const { customer, other, order } = cast;
  const email = (text: string) => mention("EMAIL", "customer", text);
  const phone = (text: string) => mention("PHONE", "customer", text);
  const loose = customer.phone.replaceAll(" ", draw.pick(["-", "."]));
  return [
    ["Hello, this is ", ownName(cast), ". My order ", order, " of 2026-03-14 has not come."],
    [
      "Good morning ",
      ownName(cast, customer.given),
      ", is your mail still ",
      email(customer.email),
      "?",
    ],
    [
      "Yes, ",
      email(customer.email.toUpperCase()),
      ", and my phone is ",
      phone(customer.phone),
      ".",
    ],
    [
      "I wrote to ",
      mention("EMAIL", "other", other.email.replace("@", " (at) ")),
      " as well, or call ",
      phone(loose),
      ".",
    ],
    [
      "Please give it to my neighbour ",
      otherName(cast, `Mrs ${other.surname}`),
      " at ",
      mention("ADDRESS", "other", other.address),
      ".",
    ],
    [
      "Thank you Ms ",
      ownName(cast, customer.surname),
      ". We pay 1,299.00 back to ",
      mention("IBAN", "other", other.iban),
      ".",
    ],
    [
      "That is ",
      mention("IBAN", "other", other.iban.replaceAll(" ", "")),
      ", yes. ",
      otherName(cast, `Mrs ${other.surname}`),
      " is at home. Order ",
      order,
      " please.",
    ],
  ];
};

/** Somebody is spoken of by the given name too. */
const gossip = (cast: Cast): readonly Turn[] => [
  ["Can my colleague ", otherName(cast), " sign for order ", cast.order, "?"],
  ["Of course. Will ", "she show a card?"],
  [
    otherName(cast, cast.other.given),
    " has one. Regards, ",
    ownName(cast, cast.customer.given.toLowerCase()),
  ],
];

export const drawTalks = (draw: Draw, count: number): readonly Dialogue[] => {
  const people = drawPeople(draw, 2 * count);
  return Array.from({ length: count }, (_, at) => {
    const [customer, other] = [people[2 * at], people[2 * at + 1]];
    if (customer === undefined || other === undefined) throw new Error("Too few people.");
    const order = drawOrder(draw);
    const cast = { customer, other, order };
    const turns = at % 3 === 2 ? gossip(cast) : talk(draw, cast);
    const topic = topics[at % 2] ?? topics[0];
    return {
      id: `d${draw.word(6)}`,
      topic,
      customer: customerOf(customer, at),
      orders: [order],
      turns,
    };
  });
};

/** The same words, other people. */
export const drawTwins = (draw: Draw): readonly Dialogue[] => {
  const people = drawPeople(draw, 6);
  const order = drawOrder(draw);
  return [0, 1, 2].map((at) => {
    const [customer, other] = [people[at], people[3 + ((at + 1) % 3)]];
    if (customer === undefined || other === undefined) throw new Error("Too few people.");
    const same = { id: `d${draw.word(6)}`, topic: topics[0], orders: [order] };
    const turns = gossip({ customer, other: people[3] ?? other, order });
    return { ...same, customer: customerOf(customer, at), turns };
  });
};

const harmless: readonly string[] = [
  "Will you send it in May? Mark it as paid, please.",
  "The Rose lamp and the Grace chair are out of stock until 2026-05-01.",
  "Thank you. May I keep the box of 12.500 grams for 48 hours?",
  "Castle Street is closed, so it takes 3 to 5 days.",
];

/** Nobody is named in here, and one person whose name is a word. */
export const drawHarmless = (draw: Draw): readonly Dialogue[] => {
  const people = drawPeople(draw, 4);
  return people.map((person, at) => {
    const order = drawOrder(draw);
    const name = `${draw.pick(wordNames)} ${person.surname}`;
    const turns: readonly Turn[] = [
      ...draw.shuffle(harmless).map((text) => [text]),
      [`It is order ${order}. Ask for `, mention("PERSON", "word name", name), "."],
    ];
    const [customer = person] = people.filter((one) => one !== person);
    return {
      id: `d${draw.word(6)}`,
      topic: topics[1],
      customer: customerOf(customer, at),
      orders: [order],
      turns,
    };
  });
};

/** Topics of a crowd, of one person who writes often, and of nearly nobody. */
export const drawTopics = (draw: Draw): { all: readonly Dialogue[]; rare: ReadonlySet<string> } => {
  const people = drawPeople(draw, 6);
  const [often, seldom] = [`${draw.word(6)} recall`, `${draw.word(5)} at sea`];
  const write = (topic: string, at: number): Dialogue => {
    const person = people[at];
    if (person === undefined) throw new Error("Too few people.");
    const order = drawOrder(draw);
    const turns = [[`A question about order ${order} please.`]];
    return {
      id: `d${draw.word(7)}`,
      topic,
      customer: customerOf(person, at),
      orders: [order],
      turns,
    };
  };
  const crowd = topics.flatMap((topic) =>
    [0, 1, 2, draw.whole(0, 5)].map((at) => write(topic, at)),
  );
  const few = [
    ...[0, 0, 1, 1, 0].map((at) => write(often, at)),
    write(seldom, 3),
    write(seldom, 4),
  ];
  return { all: draw.shuffle([...crowd, ...few]), rare: new Set(few.map(({ id }) => id)) };
};

/** Ten people who gave their address again and again, as people type it. */
export const drawCanaries = (draw: Draw): readonly Dialogue[] =>
  drawPeople(draw, 10).map((person, at) => {
    const typed = person.address.toLowerCase().replace(",", "");
    const other = draw.chance(0.5) ? typed.replaceAll(" ", "  ") : typed;
    const place = (text: string) => mention("ADDRESS", "customer", text);
    const turns: readonly Turn[] = [
      [`${draw.word(5)} please send it to `, place(typed)],
      ["I said it before, send it to ", place(other)],
      ["Once more, please send it to ", place(person.address)],
    ];
    return {
      id: `d${draw.word(6)}`,
      topic: topics[0],
      customer: customerOf(person, at),
      orders: [],
      turns,
    };
  });
