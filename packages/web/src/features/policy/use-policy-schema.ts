import { useQuery } from "@tanstack/react-query";

/** The published JSON Schema, a static file beside the app; without it the editor completes nothing. */
export const usePolicySchema = (): unknown =>
  useQuery({
    queryKey: ["policy-schema"],
    queryFn: async (): Promise<unknown> => {
      const response = await fetch("/schemas/policy.json");
      return response.ok ? await response.json() : null;
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  }).data ?? null;
