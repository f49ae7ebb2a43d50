import type { PaneName } from "./use-bench.ts";

type PaneSwitchProps = {
  readonly names: Readonly<Record<PaneName, string>>;
  readonly shown: PaneName;
  readonly onShow: (pane: PaneName) => void;
};

const panes = ["task", "work", "results"] as const;

/** Where there is room for one part only. */
export const PaneSwitch = ({ names, shown, onShow }: PaneSwitchProps) => (
  <nav className="bench-switch" aria-label="Parts of the bench">
    {panes.map((pane) => (
      <button
        key={pane}
        type="button"
        aria-current={pane === shown ? "true" : undefined}
        onClick={() => onShow(pane)}
      >
        {names[pane]}
      </button>
    ))}
  </nav>
);
