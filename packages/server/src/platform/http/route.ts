import type { Answer } from "@checkride/api/client";
import type { Contract, OperationName } from "@checkride/api/contract";
import type { Result } from "@checkride/rules/result";
import type { z } from "zod";
import type { Refusal } from "./refusal.ts";
import type { RequestContext } from "./request-context.ts";

type Parsed<O, K extends string> = O extends { readonly [P in K]: z.ZodType }
  ? z.output<O[K]>
  : undefined;

export type Input<N extends OperationName> = {
  readonly params: Parsed<Contract[N], "params">;
  readonly query: Parsed<Contract[N], "query">;
  readonly body: Contract[N] extends { readonly bodyText: unknown }
    ? string
    : Parsed<Contract[N], "body">;
};

/** A `Response` is for what is written out already; tests hold it against the operation's answer. */
export type Handler<N extends OperationName> = (
  context: RequestContext,
  input: Input<N>,
) => Promise<Result<Answer<N> | Response, Refusal>>;

/** The form in which the server keeps all handlers in one list; `route` has checked the pair. */
export type Route = {
  readonly name: OperationName;
  readonly handle: (
    context: RequestContext,
    input: { readonly params: unknown; readonly query: unknown; readonly body: unknown },
  ) => Promise<Result<unknown, Refusal>>;
};

const isParsedFor = <N extends OperationName>(_name: N, _input: unknown): _input is Input<N> =>
  true;

/** Binds a handler to its operation. Its input was parsed by that operation's own schemas. */
export const route = <N extends OperationName>(name: N, handler: Handler<N>): Route => ({
  name,
  handle: async (context, input) => {
    if (!isParsedFor(name, input)) throw new Error(`unparsed input for ${name}`);
    return handler(context, input);
  },
});
