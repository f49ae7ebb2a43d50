/** What the model of a variant does, and for whom. */
export type Product = {
  readonly name: string;
  readonly does: string;
  readonly case: string;
  readonly right: string;
  readonly groups: readonly [string, ...string[]];
};

export const products: readonly [Product, ...Product[]] = [
  {
    name: "triage-inbox",
    does: "sorts messages of customers by urgency",
    case: "message",
    right: "urgent ones found",
    groups: ["English", "German", "Polish", "Turkish", "Dutch", "Portuguese", "Arabic"],
  },
  {
    name: "damage-photos",
    does: "estimates damage from photos that customers send",
    case: "claim",
    right: "within a tenth of the assessor",
    groups: ["cars", "vans", "motorcycles", "bicycles", "caravans", "tractors", "boats"],
  },
  {
    name: "shift-voice",
    does: "understands spoken reports of a shift",
    case: "report",
    right: "without an error of meaning",
    groups: [
      "age 18-29",
      "age 30-44",
      "age 45-59",
      "age 60-67",
      "hearing aid",
      "stammer",
      "second language",
    ],
  },
  {
    name: "invoice-reader",
    does: "reads amounts and dates from invoices",
    case: "invoice",
    right: "read without an error",
    groups: [
      "printed",
      "scanned",
      "photographed",
      "handwritten",
      "two columns",
      "right-to-left",
      "thermal paper",
    ],
  },
];
