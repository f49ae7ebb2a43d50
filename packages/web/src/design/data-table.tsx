import { Fragment, type ReactNode, useId, useState } from "react";
import "./data-table.css";

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** `end` for numbers and dates at the edge of the table. */
  readonly align?: "start" | "end";
  /** The cell that names the row. */
  readonly isRowHeader?: boolean;
  /** The title is needed by screen readers only. */
  readonly hideTitle?: boolean;
};

type DataTableProps<Row> = {
  /** Names the table for screen readers; seen only when `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** More about a row, opened by a button in its last cell. */
  readonly detail?: (row: Row) => ReactNode;
  /** What the button that opens the detail is called for this row. */
  readonly detailLabel?: (row: Row) => string;
  /** Under 640 px: each row as a small block, or a region that scrolls sideways. */
  readonly whenNarrow?: "stack" | "scroll";
};

const DetailButton = ({
  label,
  isOpen,
  controls,
  onToggle,
}: {
  readonly label: string;
  readonly isOpen: boolean;
  readonly controls: string;
  readonly onToggle: () => void;
}) => (
  <button
    type="button"
    className="table-toggle"
    aria-expanded={isOpen}
    aria-controls={controls}
    aria-label={label}
    onClick={onToggle}
  >
    <span aria-hidden="true">{isOpen ? "−" : "+"}</span>
  </button>
);

const Cell = <Row,>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) => {
  const content = <div className="table-value">{column.cell(row)}</div>;
  return column.isRowHeader ? (
    <th scope="row" data-align={column.align} data-title={column.title}>
      {content}
    </th>
  ) : (
    <td data-align={column.align} data-title={column.hideTitle ? undefined : column.title}>
      {content}
    </td>
  );
};

const Row = <R,>({
  row,
  columns,
  detail,
  detailLabel,
}: Pick<DataTableProps<R>, "columns" | "detail" | "detailLabel"> & { readonly row: R }) => {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <Fragment>
      <tr>
        {columns.map((column) => (
          <Cell key={column.key} column={column} row={row} />
        ))}
        {detail ? (
          <td className="table-toggle-cell">
            <DetailButton
              label={detailLabel?.(row) ?? "Reasons"}
              isOpen={isOpen}
              controls={id}
              onToggle={() => setOpen(!isOpen)}
            />
          </td>
        ) : null}
      </tr>
      {detail ? (
        <tr className="table-detail" id={id} hidden={!isOpen}>
          <td colSpan={columns.length + 1}>{isOpen ? detail(row) : null}</td>
        </tr>
      ) : null}
    </Fragment>
  );
};

export const DataTable = <R,>({
  caption,
  showCaption = false,
  columns,
  rows,
  keyOf,
  detail,
  detailLabel,
  whenNarrow = "stack",
}: DataTableProps<R>) => {
  const extra = { ...(detail ? { detail } : {}), ...(detailLabel ? { detailLabel } : {}) };
  const table = (
    <table className="table" data-when-narrow={whenNarrow}>
      <caption className={showCaption ? undefined : "hidden-visually"}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-align={column.align}>
              <span className={column.hideTitle ? "hidden-visually" : undefined}>
                {column.title}
              </span>
            </th>
          ))}
          {detail ? (
            <th scope="col">
              <span className="hidden-visually">Details</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={keyOf(row)} row={row} columns={columns} {...extra} />
        ))}
      </tbody>
    </table>
  );
  if (whenNarrow === "stack") return table;
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, scrolled content needs a focusable region
    <section className="table-scroll" tabIndex={0} aria-label={caption}>
      {table}
    </section>
  );
};
