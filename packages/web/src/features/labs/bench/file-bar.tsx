import type { WorkspaceFile } from "@checkride/api/labs";

type FileBarProps = {
  readonly files: readonly WorkspaceFile[];
  readonly open: string;
  readonly changed: ReadonlySet<string>;
  readonly onOpen: (path: string) => void;
};

const Lock = () => (
  <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
    <rect
      x="3"
      y="7"
      width="10"
      height="7"
      rx="1.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    />
    <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" fill="none" stroke="currentColor" strokeWidth="1.5" />
  </svg>
);

/** The files of a workspace: a lock for those to be read, a dot for those that differ from the start. */
export const FileBar = ({ files, open, changed, onOpen }: FileBarProps) => (
  <nav className="bench-files" aria-label="Files">
    {files.map(({ path, mayEdit }) => (
      <button
        key={path}
        type="button"
        aria-current={path === open ? "true" : undefined}
        onClick={() => onOpen(path)}
      >
        {path}
        {mayEdit ? null : (
          <>
            <Lock />
            <span className="hidden-visually"> (to read)</span>
          </>
        )}
        {changed.has(path) ? (
          <>
            <span className="bench-dot" aria-hidden="true">
              ●
            </span>
            <span className="hidden-visually"> (changed)</span>
          </>
        ) : null}
      </button>
    ))}
  </nav>
);
