// The one table: a real <table> that becomes a list of cards where it does not fit.
import type { ReactNode } from 'react';

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The cell that names the row, and holds its link. */
  isRowHeader?: boolean;
  align?: 'end';
};

type Props<Row> = { label: string; columns: Column<Row>[]; rows: Row[]; rowKey: (row: Row) => string };

export function Table<Row>({ label, columns, rows, rowKey }: Props<Row>) {
  return (
    <table className="table" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.id} role="columnheader" scope="col" data-align={column.align}>{column.header}</th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => <Cell key={column.id} column={column} row={row} />)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = (
    <>
      <span className="table-label" aria-hidden="true">{column.header}</span>
      <span className="table-value">{column.cell(row)}</span>
    </>
  );
  if (column.isRowHeader) return <th role="rowheader" scope="row">{content}</th>;
  return <td role="cell" data-align={column.align}>{content}</td>;
}
