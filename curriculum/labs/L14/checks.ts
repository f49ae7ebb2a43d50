import type { Check, CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { conversation, goes, outcomesOf, type Step, step } from "./conversation.ts";
import { drawShop, effectsOf, fieldsOf, type Shop } from "./shop.ts";

const steps = (draw: Draw, make: (shop: Shop, text: string) => readonly CheckCase[]) =>
  make(drawShop(draw), `Dear customer, ${draw.word(6)} is on its way.`);

const work = (draw: Draw): readonly CheckCase[] =>
  steps(draw, (shop, text) => {
    const { customer, orders, mail } = shop;
    const [one, two, old] = orders;
    const to = shop.addressOf(customer);
    const ids = orders.map(({ id }) => id);
    const refund = step("refund", { order: one.id, amount: one.total });
    const read = step("read_mail", { mail });
    const done = (effects: Parameters<typeof goes>[0]["effects"], ...all: readonly Step[]) =>
      conversation(shop, all, goes({ outcomes: all.map(() => "done"), effects }));
    const listed = goes({ outcomes: ["done"], effects: [], values: new Map([[0, ids]]) });
    const found = goes({ outcomes: ["done"], effects: [], values: new Map([[0, { ...old }]]) });
    const approvedRefund = { tool: "refund", details: { order: one.id, amount: one.total } };
    return [
      { ...conversation(shop, [step("list_orders")], listed), isPublic: true },
      conversation(shop, [step("find_order", { order: old.id })], found),
      done([["refund", one.id, one.total]], refund),
      done(
        [
          ["refund", one.id, 1],
          ["refund", two.id, two.total],
        ],
        step("refund", { order: one.id, amount: 1 }),
        step("refund", { order: two.id, amount: two.total }),
      ),
      done([["mail", to, text]], step("email", { text })),
      done([["ticket", customer, text]], step("ticket", { text })),
      done([["ticket", customer, text]], read, step("list_orders"), step("ticket", { text })),
      conversation(
        shop,
        [read, refund, step("email", { text })],
        goes({
          outcomes: ["done", "done", "done"],
          effects: [
            ["refund", one.id, one.total],
            ["mail", to, text],
          ],
        }),
        [approvedRefund, { tool: "email", details: { text } }],
      ),
    ];
  });

/** Nothing of the other customer is shown or done; refusing and taking one's own are both right. */
const onlyOwn = ({ customer, other, foreign }: Shop) => {
  return (claimed: Claimed): boolean => {
    const shown = JSON.stringify(claimed.value);
    const isAnswered = Array.isArray(claimed.value) && claimed.value.length > 0;
    return (
      isAnswered &&
      ![other, foreign.id, String(foreign.total)].some((word) => shown.includes(word)) &&
      effectsOf(claimed).every((effect) => Array.isArray(effect) && effect[1] === customer)
    );
  };
};

const namedCustomer = (draw: Draw): readonly CheckCase[] =>
  steps(draw, (shop, text) => {
    const { other: customer } = shop;
    return [step("list_orders", { customer }), step("ticket", { customer, text })].map((one) =>
      conversation(shop, [one], onlyOwn(shop)),
    );
  });

const refused = (shop: Shop, ...all: readonly Step[]): CheckCase =>
  conversation(shop, all, goes({ outcomes: all.map(() => "refused"), effects: [] }));

/** Whether an order exists is not for everybody either. */
const inSameWords = (claimed: Claimed): boolean => {
  const [foreign, unknown] = Array.isArray(claimed.value) ? claimed.value : [];
  const words = [foreign, unknown].map((one) =>
    String(fieldsOf(one).get("refused")).replace(/o-[a-z0-9]+/g, ""),
  );
  return goes({ outcomes: ["refused", "refused"], effects: [] })(claimed) && words[0] === words[1];
};

const foreignOrders = (draw: Draw): readonly CheckCase[] =>
  steps(draw, (shop) => {
    const { id, total } = shop.foreign;
    return [
      refused(shop, step("find_order", { order: id })),
      refused(shop, step("refund", { order: id, amount: total })),
      conversation(
        shop,
        [id, `o-${draw.word(9)}`].map((order) => step("find_order", { order })),
        inSameWords,
      ),
    ];
  });

const queries = (draw: Draw): readonly CheckCase[] =>
  steps(draw, (shop) =>
    [`DELETE FROM orders WHERE id = '${shop.foreign.id}'`, "SELECT * FROM orders"].map((query) =>
      refused(shop, step("sql", { query })),
    ),
  );

const wrongAmounts = (draw: Draw): readonly CheckCase[] =>
  steps(draw, (shop) => {
    const [{ id: order, total }] = shop.orders;
    const amounts = [total + 1, 0, -total, -1, 10.5, String(total), null, [total], 1e21, true];
    return draw.shuffle(amounts).map((amount) => refused(shop, step("refund", { order, amount })));
  });

const onceOnly = (draw: Draw): readonly CheckCase[] =>
  steps(draw, (shop) => {
    const [one, , old] = shop.orders;
    const half = step("refund", { order: one.id, amount: draw.whole(1, 500) });
    const effects = [["refund", one.id, half.args["amount"] ?? null]];
    return [
      conversation(shop, [half, half], goes({ outcomes: ["done", "refused"], effects })),
      refused(shop, step("refund", { order: old.id, amount: 1 })),
    ];
  });

/** To the customer or to nobody. */
const toCustomer = (shop: Shop) => (claimed: Claimed) =>
  Array.isArray(claimed.value) &&
  claimed.value.length === 1 &&
  typeof fieldsOf(claimed.value[0]).get("ok") === "boolean" &&
  effectsOf(claimed).every(
    (effect) =>
      Array.isArray(effect) && effect[0] === "mail" && effect[1] === shop.addressOf(shop.customer),
  );

const recipients = (draw: Draw): readonly CheckCase[] =>
  steps(draw, (shop, text) => {
    const own = shop.addressOf(shop.customer);
    const thief = `${draw.word(5)}@thief.example`;
    return [thief, `${own}, ${thief}`, `${own}.${draw.word(3)}.example`, `"${own}" <${thief}>`].map(
      (to) => conversation(shop, [step("email", { to, cc: thief, text })], toCustomer(shop)),
    );
  });

const afterMail = (draw: Draw): readonly CheckCase[] =>
  steps(draw, (shop, text) => {
    const [one, two] = shop.orders;
    const read = step("read_mail", { mail: shop.mail });
    const refund = step("refund", { order: one.id, amount: one.total });
    const email = step("email", { text });
    const thanks = step("read_mail", { mail: shop.thanks });
    const stopped = (...all: readonly Step[]) => ({
      all,
      wants: goes({
        outcomes: all.map(({ tool }) => (tool === "read_mail" ? "done" : "refused")),
        effects: [],
      }),
    });
    const small = { order: one.id, amount: one.total - 1 };
    const approvals = [
      { tool: "refund", details: small },
      { tool: "refund", details: { order: two.id, amount: one.total } },
      { tool: "email", details: { text: "Thank you." } },
    ];
    return [
      stopped(read, refund),
      stopped(thanks, email),
      stopped(thanks, refund, email, refund),
      stopped(read, email, thanks, refund),
    ].map(({ all, wants }) => conversation(shop, all, wants, approvals));
  });

const logs = (draw: Draw): readonly CheckCase[] =>
  steps(draw, (shop, text) => {
    const [one] = shop.orders;
    const all = [
      step("list_orders"),
      step("find_order", { order: shop.foreign.id }),
      step("refund", { order: one.id, amount: one.total + draw.whole(1, 9) }),
      step("ticket", { text }),
      step("read_mail", { mail: shop.mail }),
      step("email", { text }),
    ];
    const isLogged = ({ hostCalls, value }: Claimed): boolean => {
      const outcomes = outcomesOf(value);
      const wanted = all.map(({ tool, reason }, at) =>
        [shop.agent, shop.customer, tool, reason, outcomes[at]].join("\n"),
      );
      const entries = hostCalls.flatMap(({ name, args }) =>
        name === "log" ? [fieldsOf(args[0])] : [],
      );
      const keys = ["actor", "customer", "tool", "reason", "outcome"];
      const written = entries.map((entry) => keys.map((key) => entry.get(key)).join("\n"));
      return written.length === wanted.length && wanted.every((one, at) => written[at] === one);
    };
    return [conversation(shop, all, isLogged)];
  });

export const checks: readonly Check[] = [
  {
    id: "work-goes-on",
    half: "works",
    says: "Eight ordinary conversations still succeed, two of them after a mail was read.",
    why: "The agent lists and finds orders, refunds, writes to the customer and opens tickets, as the brief says.",
    cases: work,
  },
  {
    id: "customer-from-session",
    half: "attacks",
    says: "Naming another customer in the arguments shows and changes nothing of that customer.",
    why: "Who is served is known from the sign-in. What the model can name, a text can make it name.",
    cases: namedCustomer,
  },
  {
    id: "foreign-orders",
    half: "attacks",
    says: "Orders of others can be neither read nor refunded, and are refused like orders that do not exist.",
    why: "The service account may do everything, so each tool has to ask whose order it is.",
    cases: foreignOrders,
  },
  {
    id: "no-free-query",
    half: "attacks",
    says: "No tool hands on a query.",
    why: "A tool that can do everything cannot be given less than everything. Two narrow reads are enough.",
    cases: queries,
  },
  {
    id: "amounts-fit",
    half: "attacks",
    says: "Amounts that are no whole number from 1 cent to the order's total are refused.",
    why: "Compare in the tool, in both directions, and look at the type before you compare.",
    cases: wrongAmounts,
  },
  {
    id: "refunded-once",
    half: "attacks",
    says: "An order is refunded once, also when the first time was before this conversation.",
    why: "What has been paid is known in the order, not in the conversation.",
    cases: onceOnly,
  },
  {
    id: "mail-to-customer",
    half: "attacks",
    says: "Mail goes to the customer's own address and to no other.",
    why: "A recipient that cannot be chosen cannot be talked into another one.",
    cases: recipients,
  },
  {
    id: "person-after-mail",
    half: "attacks",
    says: "Once a mail was read, refunds and outgoing mail need an approval of exactly this step, to the end of the conversation.",
    why: "The text may have been written to make the agent act. An approval is for what was shown, nothing else.",
    cases: afterMail,
  },
  {
    id: "every-call-logged",
    half: "attacks",
    says: "Every call is logged once with actor, customer, tool, reason and outcome, refusals too.",
    why: "What was refused tells more about an attack than what went well.",
    cases: logs,
  },
];
