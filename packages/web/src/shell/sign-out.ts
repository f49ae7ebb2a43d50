import { client, queryClient } from "./query.ts";

/** Ends the session and loads the page anew, so that nothing read under it stays in memory. */
export const signOut = (): void => {
  void (async () => {
    const ended = await client("DELETE /api/session", {});
    if (!ended.ok && ended.problem.code === "database-away") {
      await queryClient.refetchQueries({ queryKey: ["GET /api/session"] });
      return;
    }
    window.location.assign("/sign-in");
  })();
};
