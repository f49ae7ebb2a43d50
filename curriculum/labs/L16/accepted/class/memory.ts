import * as rules from "./rules.ts";
import * as world from "./world.ts";

const END = rules.DAYS_KEPT * rules.DAY_MS;

class Assistant {
  waiting: { id: string; user: string; text: string }[] = [];

  current(user: string) {
    const time = world.now();
    return world.store.of(user).filter(({ expires }) => !(typeof expires === "number" && expires <= time));
  }

  turn(user: string, { parts }: { parts: rules.Part[] }) {
    const shown: { id: string; text: string }[] = [];
    for (const part of parts) {
      if (part.from !== "user") continue;
      for (const text of rules.wishes(part.text)) {
        const id = `${user}/${text}/${this.waiting.length}`;
        this.waiting.push({ id, user, text });
        shown.push({ id, text });
      }
    }
    return shown;
  }

  confirm(user: string, pressed: { id: string; shown: string }) {
    const place = this.waiting.findIndex(
      (one) => one.user === user && one.id === pressed.id && one.text === pressed.shown,
    );
    const [one] = place < 0 ? [] : this.waiting.splice(place, 1, { id: "", user: "", text: "" });
    if (one === undefined) return false;
    world.store.add({
      expires: world.now() + END,
      at: world.now(),
      source: "user",
      text: one.text,
      user,
      id: world.newId(),
    });
    return true;
  }

  prompt(user: string) {
    const memory = [];
    for (const entry of this.current(user)) {
      const trusted = entry.source === "user";
      memory.push({ trusted, source: entry.source ?? "unknown", text: entry.text, id: entry.id });
    }
    return [
      { role: "system", content: rules.RULES },
      { role: "user", content: JSON.stringify({ memory }, null, 2) },
    ];
  }

  list(user: string) {
    return this.current(user).map((one) => ({
      id: one.id,
      text: one.text,
      source: one.source ?? "unknown",
      at: one.at ?? null,
      expires: one.expires ?? null,
    }));
  }

  forget(user: string, { id }: { id: string }) {
    const isMine = world.store.of(user).some((one) => one.id === id);
    if (isMine) world.store.remove(id);
    return isMine;
  }

  send(user: string, mail: { to: string; text: string; parts: rules.Part[] }) {
    const to = mail.to.toLowerCase();
    const words = mail.parts.filter((one) => one.from === "user").map((one) => one.text);
    const isNamed = words.some((text) => rules.addressesIn(text).includes(to));
    const isContact = world.contactsOf(user).some((one) => one.toLowerCase() === to);
    const outcome = isNamed || isContact ? "sent" : "refused";
    world.log({ entries: this.current(user).map(({ id }) => id), outcome, to: mail.to, user });
    if (outcome === "refused") return false;
    world.sendMail(mail.to, mail.text);
    return true;
  }
}

export function makeAssistant() {
  return new Assistant();
}
