import type { Draw } from "@checkride/range/draw";

type Some = readonly [string, ...string[]];

/** Also in `start/names.py`. */
const given: Some = [
  "Anna",
  "Otto",
  "Lena",
  "Priya",
  "Tomas",
  "Fatima",
  "Jonas",
  "Ewa",
  "Pedro",
  "Aisha",
  "Nils",
  "Chiara",
  "Ravi",
  "Hanna",
  "Karim",
  "Olga",
  "Bruno",
  "Mei",
  "Selma",
  "Viktor",
];
/** Names that are ordinary words as well. */
export const wordNames: Some = ["May", "Will", "Rose", "Mark", "Grace"];
const surnames: Some = [
  "Berg",
  "Okafor",
  "Lindqvist",
  "Marino",
  "Novak",
  "O'Shea",
  "Haddad",
  "Kowalska",
  "Petrov",
  "Sandoval",
  "Weiss",
  "Tanaka",
];
const streets: Some = [
  "Mill Lane",
  "Harbour Road",
  "Castle Street",
  "Orchard Close",
  "Linden Avenue",
];
const towns: Some = ["Norwich", "Leeds", "Dundee", "Swansea", "Bristol"];

export type Person = {
  readonly given: string;
  readonly surname: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly iban: string;
};

const digits = (draw: Draw, count: number): string =>
  Array.from({ length: count }, () => draw.whole(0, 9)).join("");

const capitals = (draw: Draw, count: number): string =>
  Array.from({ length: count }, () => draw.pick(["A", "B", "D", "F", "G", "J", "L"])).join("");

export const drawPeople = (draw: Draw, count: number): readonly Person[] => {
  const [first, last] = [draw.shuffle(given), draw.shuffle(surnames)];
  return Array.from({ length: count }, (_, at) => {
    const one = first[at % first.length] ?? "";
    const surname = last[at % last.length] ?? "";
    const number = `${draw.whole(2, 189)} ${draw.pick(streets)}`;
    const code = `${capitals(draw, 2)}${draw.whole(1, 9)} ${draw.whole(1, 9)}${capitals(draw, 2)}`;
    return {
      given: one,
      surname,
      email: `${one.toLowerCase()}.${draw.word(6)}@mail.example`,
      phone: `0${draw.whole(20, 89)} 79${digits(draw, 2)} 0${digits(draw, 3)}`,
      address: `${number}, ${draw.pick(towns)} ${code}`,
      iban: `DE${digits(draw, 2)} ${digits(draw, 4)} ${digits(draw, 4)} ${digits(draw, 4)} ${digits(draw, 4)} ${digits(draw, 2)}`,
    };
  });
};

/** Written like a phone number, and none. */
export const drawOrder = (draw: Draw): string =>
  `0${draw.whole(20, 89)}-${digits(draw, 4)}-${digits(draw, 4)}`;
