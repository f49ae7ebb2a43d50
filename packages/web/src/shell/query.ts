import { type Answer, type Ask, createClient } from "@checkride/api/client";
import type { OperationName } from "@checkride/api/contract";
import type { Problem } from "@checkride/api/problems";
import {
  keepPreviousData,
  MutationCache,
  type Query,
  QueryCache,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { setAway } from "./away.ts";

export const client = createClient({
  baseUrl: "",
  fetch: (input, init) => fetch(input, { ...init, credentials: "same-origin" }),
});

/** A refusal on its way through the query cache, which knows failures only as thrown. */
class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

const unexpected: Problem = {
  type: "about:blank",
  code: "server-fault",
  title: "Something broke on this page",
  status: 0,
  detail: "The page could not make sense of the answer.",
  wayOut: "Load the page again. If it happens again, tell your administrator.",
};

export const problemOf = (error: unknown): Problem =>
  error instanceof Refusal ? error.problem : unexpected;

const isPassing = (error: unknown): boolean => {
  const { code } = problemOf(error);
  return code === "database-away";
};

/** A session that ended shows at whatever is asked next: then everything hangs on who is signed in now. */
const onRefused = (error: unknown): void => {
  const { code } = problemOf(error);
  setAway(code === "database-away");
  if (code === "not-signed-in") {
    void queryClient.invalidateQueries({ queryKey: ["GET /api/session"] });
  }
};

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: onRefused, onSuccess: () => setAway(false) }),
  mutationCache: new MutationCache({ onError: onRefused, onSuccess: () => setAway(false) }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => isPassing(error) && failures < 2,
      retryDelay: (failures) => 500 * 2 ** failures,
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

const answerOf = async <N extends OperationName>(name: N, ask: Ask<N>): Promise<Answer<N>> => {
  const answered = await client(name, ask);
  if (!answered.ok) throw new Refusal(answered.problem);
  return answered.value;
};

/** Answers without content still have to be something that a cache can hold. */
const cacheable = <T>(value: T): T | null => (value === undefined ? null : value);

export type QueryAnswer<T> = {
  readonly value: T | null;
  readonly problem: Problem | null;
  /** Nothing to show yet. */
  readonly isLoading: boolean;
  /** Something newer is on its way. */
  readonly isFetching: boolean;
  readonly retry: () => void;
};

type QueryOptions = {
  readonly enabled?: boolean;
  /** Keep showing the last answer while the next filter or page loads. */
  readonly keepPrevious?: boolean;
  /** Ask again so often, for progress of long work; false stops. */
  readonly refetchMs?: number | false;
};

/** Asks ahead of the page that will show it, side by side with what else is on its way. */
export const askAhead = <N extends OperationName>(name: N, ask: Ask<N>): void =>
  void queryClient.prefetchQuery({
    queryKey: [name, ask],
    queryFn: async () => cacheable(await answerOf(name, ask)),
  });

/** Asks once, remembers, and tells of a refusal as a value. `["GET /api/people", ask]` is the cache key. */
export const useQueryAnswer = <N extends OperationName>(
  name: N,
  ask: Ask<N>,
  options: QueryOptions = {},
): QueryAnswer<Answer<N>> => {
  const query = useQuery({
    queryKey: [name, ask],
    queryFn: async ({ signal }) => cacheable(await answerOf(name, { ...ask, signal })),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchMs ?? false,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  return {
    value: query.data ?? null,
    problem: query.error === null ? null : problemOf(query.error),
    isLoading: query.isPending && query.fetchStatus !== "idle",
    isFetching: query.isFetching,
    retry: () => void query.refetch(),
  };
};

export type Act<N extends OperationName> = {
  /** Resolves to what came back; a refusal is in both the answer and `problem`. */
  readonly act: (
    ask: Ask<N>,
  ) => Promise<
    | { readonly ok: true; readonly value: Answer<N> }
    | { readonly ok: false; readonly problem: Problem }
  >;
  readonly problem: Problem | null;
  readonly isPending: boolean;
  readonly value: Answer<N> | null;
  readonly reset: () => void;
};

/** Does something; afterwards every answer whose operation begins with one of `refresh` is asked again. */
export const useAct = <N extends OperationName>(
  name: N,
  refresh: readonly string[] = [],
): Act<N> => {
  const cache = useQueryClient();
  const mutation = useMutation({
    mutationFn: (ask: Ask<N>) => answerOf(name, ask),
    onSuccess: async () => {
      if (refresh.length === 0) return;
      const isTouched = ({ queryKey: [operation] }: Query) =>
        typeof operation === "string" && refresh.some((start) => operation.startsWith(start));
      // What no page shows is forgotten: shown again, even for a moment, it would lead to what is gone.
      cache.removeQueries({ type: "inactive", predicate: isTouched });
      await cache.invalidateQueries({ predicate: isTouched });
    },
  });
  return {
    act: async (ask) => {
      try {
        return { ok: true, value: await mutation.mutateAsync(ask) };
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    },
    problem: mutation.error === null ? null : problemOf(mutation.error),
    isPending: mutation.isPending,
    value: mutation.data ?? null,
    reset: mutation.reset,
  };
};
