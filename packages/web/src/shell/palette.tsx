import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useId, useState } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Kbd } from "../design/kbd.tsx";
import { type Command, useCommands } from "./palette-commands.ts";
import { matching } from "./palette-match.ts";
import { useQueryAnswer } from "./query.ts";
import { useSession } from "./session.tsx";
import "../design/dialog.css";
import "./palette.css";

/** People whose name begins with the text, for those who may see names. */
const usePeople = (asked: string): readonly Command[] => {
  const { can } = useSession();
  const navigate = useNavigate();
  const search = useDeferredValue(asked.trim());
  const people = useQueryAnswer(
    "GET /api/people",
    { query: { search, limit: 6 } },
    { enabled: search.length >= 2 && can("people:read"), keepPrevious: true },
  );
  if (search.length < 2) return [];
  return (people.value?.items ?? []).map((person) => ({
    id: person.id,
    kind: "Person" as const,
    title: person.name,
    words: person.email ?? "",
    keys: [],
    run: () => void navigate({ to: "/people/$person", params: { person: person.id } }),
  }));
};

type OptionsProps = {
  readonly id: string;
  readonly commands: readonly Command[];
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
  readonly onRun: (command: Command) => void;
};

const Options = ({ id, commands, chosen, onChoose, onRun }: OptionsProps) => (
  <div id={id} className="palette-list" role="listbox" aria-label="Places and actions">
    {commands.map((command, place) => (
      // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field, which names the active option
      <div
        key={command.id}
        id={`${id}-${place}`}
        role="option"
        tabIndex={-1}
        aria-selected={place === chosen}
        className="palette-option"
        onMouseMove={() => onChoose(place)}
        onClick={() => onRun(command)}
      >
        <span className="palette-kind">{command.kind}</span>
        <span className="palette-title">{command.title}</span>
        {command.kind === "Person" ? <span className="palette-more">{command.words}</span> : null}
        {command.keys.length > 0 ? <Kbd keys={command.keys} /> : null}
      </div>
    ))}
  </div>
);

const Finder = ({
  commands,
  onRun,
  asked,
  onAsk,
}: {
  readonly commands: readonly Command[];
  readonly onRun: (command: Command) => void;
  readonly asked: string;
  readonly onAsk: (asked: string) => void;
}) => {
  const id = useId();
  const [wished, setWished] = useState(0);
  const chosen = Math.min(wished, Math.max(0, commands.length - 1));
  const move = (step: number) => {
    if (commands.length === 0) return;
    const next = (chosen + step + commands.length) % commands.length;
    setWished(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  const active = commands[chosen];
  return (
    <>
      <input
        className="palette-field"
        role="combobox"
        aria-label="Go to or do"
        aria-expanded={commands.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${id}-${chosen}` : undefined}
        placeholder="Go to a page, find a person, do something"
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the palette is opened to write in it
        autoFocus
        value={asked}
        onChange={(event) => {
          onAsk(event.target.value);
          setWished(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") move(1);
          else if (event.key === "ArrowUp") move(-1);
          else if (event.key === "Enter" && active) onRun(active);
          else return;
          event.preventDefault();
        }}
      />
      <Options id={id} commands={commands} chosen={chosen} onChoose={setWished} onRun={onRun} />
      <p className="palette-state" role="status">
        {commands.length === 0 ? "Nothing of that name. Try fewer letters." : ""}
      </p>
    </>
  );
};

type PaletteProps = {
  readonly onClose: () => void;
  readonly onHelp: () => void;
  readonly onSignOut: () => void;
};

export const Palette = ({ onClose, onHelp, onSignOut }: PaletteProps) => {
  const [asked, setAsked] = useState("");
  const places = useCommands({ onHelp, onSignOut });
  const people = usePeople(asked);
  const commands = [...matching(places, asked), ...people];
  return (
    <ModalOverlay
      className="dialog-shade"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog-frame palette">
        <AriaDialog className="palette-dialog" aria-label="Go to or do">
          <Finder
            commands={commands}
            asked={asked}
            onAsk={setAsked}
            onRun={(command) => {
              onClose();
              command.run();
            }}
          />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
