import { useNavigate } from "@tanstack/react-router";
import { client, queryClient } from "./query.ts";

/** Ends the session and forgets everything that was read under it. */
export const useSignOut = (): (() => void) => {
  const navigate = useNavigate();
  return () => {
    void (async () => {
      const ended = await client("DELETE /api/session", {});
      if (!ended.ok && ended.problem.code === "database-away") {
        await queryClient.refetchQueries({ queryKey: ["GET /api/session"] });
        return;
      }
      await navigate({ to: "/sign-in", search: {} });
      queryClient.clear();
    })();
  };
};
