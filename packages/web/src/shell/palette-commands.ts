import type { Right } from "@checkride/rules/rights";
import { useNavigate } from "@tanstack/react-router";
import { navigationFor } from "./navigation.ts";
import type { Findable } from "./palette-match.ts";
import { useSession } from "./session.tsx";
import { chooseTheme } from "./theme.ts";

export type Command = Findable & {
  readonly id: string;
  readonly kind: "Go to" | "Do" | "Person";
  readonly keys: readonly string[];
  readonly run: () => void;
};

type Places =
  | "/people/import"
  | "/policy/history"
  | "/quizzes"
  | "/assessments/baseline"
  | "/competencies/teams"
  | "/coverage/load"
  | "/labs/likenesses"
  | "/reviews/labs"
  | "/content/changes"
  | "/content/items"
  | "/content/pieces"
  | "/integrations/accounts"
  | "/integrations/accounts/import"
  | "/feedback"
  | "/feedback/mine";
const morePlaces: readonly {
  readonly to: Places;
  readonly title: string;
  readonly right: Right;
}[] = [
  { to: "/people/import", title: "Import people from CSV", right: "people:write" },
  { to: "/quizzes", title: "Quizzes", right: "learning:own" },
  { to: "/assessments/baseline", title: "Baseline assessment", right: "learning:own" },
  { to: "/competencies/teams", title: "Competencies of teams", right: "competencies:team" },
  { to: "/reviews/labs", title: "Labs that wait for acceptance", right: "assessments:review" },
  { to: "/labs/likenesses", title: "Labs that look alike", right: "labs:look" },
  { to: "/coverage/load", title: "Load a newer list of threats", right: "content:write" },
  { to: "/content/changes", title: "Changes of the content", right: "content:read" },
  { to: "/content/items", title: "Questions of the bank", right: "items:read" },
  { to: "/content/pieces", title: "Files of the content, with versions", right: "content:read" },
  { to: "/feedback", title: "Feedback of learners", right: "feedback:read" },
  { to: "/feedback/mine", title: "My feedback on lessons", right: "learning:own" },
  { to: "/policy/history", title: "Policy history", right: "policy:read" },
  { to: "/integrations/accounts", title: "Linked accounts", right: "forges:read" },
  { to: "/integrations/accounts/import", title: "Link many accounts", right: "forges:write" },
];

type CommandsOptions = { readonly onHelp: () => void; readonly onSignOut: () => void };

export const useCommands = ({ onHelp, onSignOut }: CommandsOptions): readonly Command[] => {
  const { can } = useSession();
  const navigate = useNavigate();
  const doing = (id: string, title: string, words: string, run: () => void): Command => ({
    id,
    kind: "Do",
    title,
    words,
    keys: [],
    run,
  });
  return [
    ...navigationFor(can).map(
      (item): Command => ({
        id: item.to,
        kind: "Go to",
        title: item.title,
        words: "",
        keys: ["g", item.key],
        run: () => void navigate({ to: item.to }),
      }),
    ),
    ...morePlaces
      .filter((place) => can(place.right))
      .map(
        (place): Command => ({
          id: place.to,
          kind: "Go to",
          title: place.title,
          words: "",
          keys: [],
          run: () => void navigate({ to: place.to }),
        }),
      ),
    doing("light", "Use light colours", "theme appearance", () => chooseTheme("light")),
    doing("dark", "Use dark colours", "theme appearance", () => chooseTheme("dark")),
    doing("system", "Use the system's colours", "theme appearance", () => chooseTheme("system")),
    { ...doing("help", "Show the shortcuts", "keyboard help", onHelp), keys: ["?"] },
    doing("out", "Sign out", "log end session", onSignOut),
  ];
};
