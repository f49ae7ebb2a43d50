import { orderChecks, orderWeakened } from "./order-checks.ts";

export type NewFiles = {
  /** What comes after the metadata in lab.yaml. */
  readonly running: string;
  readonly files: Readonly<Record<string, string>>;
};

const runOf = (entry: string, calls: string): string =>
  `run:\n  entry: ${entry}\n  calls: ${calls}\n  edit: [${entry}]\n`;

const typescript = (test: string, refused = "null"): string => `export type Order = {
  owner: string;
  prices: number[];
};

/** The total of an order, for its owner and nobody else. */
export const totalFor = (person: string, order: Order) => {
  const total = order.prices.reduce((sum, price) => sum + price, 0);
  return ${test} ? { allowed: true, total } : { allowed: false, total: ${refused} };
};
`;

export const typescriptFiles: NewFiles = {
  running: runOf("main.ts", "totalFor") + orderWeakened,
  files: {
    "start/main.ts": typescript("true"),
    "reference/main.ts": typescript("person === order.owner"),
    "weakened/begins-alike/main.ts": typescript("person.startsWith(order.owner)"),
    "weakened/capitals-ignored/main.ts": typescript("person.toLowerCase() === order.owner"),
    "weakened/total-shown/main.ts": typescript("person === order.owner", "total"),
    "checks.ts": orderChecks,
  },
};

const python = (test: string, refused = "None"): string => `def total_for(person, order):
    """The total of an order, for its owner and nobody else."""
    total = sum(order["prices"])
    if ${test}:
        return {"allowed": True, "total": total}
    return {"allowed": False, "total": ${refused}}
`;

export const pythonFiles: NewFiles = {
  running: runOf("main.py", "total_for") + orderWeakened,
  files: {
    "start/main.py": python("True"),
    "reference/main.py": python('person == order["owner"]'),
    "weakened/begins-alike/main.py": python('person.startswith(order["owner"])'),
    "weakened/capitals-ignored/main.py": python('person.lower() == order["owner"]'),
    "weakened/total-shown/main.py": python('person == order["owner"]', "total"),
    "checks.ts": orderChecks,
  },
};
