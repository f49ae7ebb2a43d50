import type { Part } from "../files/part.ts";
import type { Place } from "./manifests.ts";

export type Role = Place & {
  readonly kind: "Role" | "ClusterRole";
  readonly rules: readonly RoleRule[];
};

export type RoleRule = {
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  /** Empty: whatever they are called. */
  readonly names: readonly string[];
  readonly verbs: readonly string[];
};

export type Binding = Place & {
  readonly kind: "RoleBinding" | "ClusterRoleBinding";
  readonly role: { readonly kind: "Role" | "ClusterRole"; readonly name: string };
  readonly subjects: readonly Subject[];
};

export type Subject = {
  readonly kind: "ServiceAccount" | "Group" | "User";
  readonly namespace: string;
  readonly name: string;
};

export const readRole = (rules: Part): readonly RoleRule[] =>
  rules.list((rule) =>
    rule.object((key) => {
      const texts = (name: string) => key(name).list((one) => one.text());
      return {
        groups: texts("apiGroups"),
        resources: texts("resources"),
        names: texts("resourceNames"),
        verbs: texts("verbs"),
      };
    }),
  );

export const readBinding = (role: Part, subjects: Part): Pick<Binding, "role" | "subjects"> => ({
  role: role.object((key) => {
    key("apiGroup").word(["rbac.authorization.k8s.io"]);
    return { kind: key("kind").word(["Role", "ClusterRole"]), name: key("name").text() };
  }),
  subjects: subjects.list((subject) =>
    subject.object((key) => {
      key("apiGroup").text("");
      return {
        kind: key("kind").word(["ServiceAccount", "Group", "User"]),
        namespace: key("namespace").text(""),
        name: key("name").text(),
      };
    }),
  ),
});
