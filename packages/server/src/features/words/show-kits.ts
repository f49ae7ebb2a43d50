import type { KitCard, KitView } from "@checkride/api/curriculum";
import type { Kit } from "@checkride/curriculum-reader/curriculum";
import type { Content } from "../../platform/content.ts";
import { labCard } from "./show-cases.ts";

export const kitCard = ({ id, title, month, minutes }: Kit): KitCard => ({
  id,
  title,
  month,
  minutes,
});

export const showKit = (content: Content, kit: Kit, passed: ReadonlySet<string>): KitView => ({
  ...kitCard(kit),
  sections: kit.sections.map(({ title, prose }) => ({ title, prose })),
  labs: kit.labs.map((id) => labCard(content, id, passed.has(`lab/${id}`))),
  cases: kit.cases.map((id) => ({ id, title: content.cases.get(id)?.title ?? id })),
});
