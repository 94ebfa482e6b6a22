import { ScrollRegion } from "../../design/scroll-region.tsx";

interface Props {
  readonly caption: string;
  /** An empty one stands over names that need no word. */
  readonly columns: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

export function DataTable({ caption, columns, rows }: Props) {
  return (
    <section className="card">
      <ScrollRegion label={caption}>
        <table className="device-table">
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) =>
                column === "" ? (
                  <td key="names" />
                ) : (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, i) => (
                  <td key={columns[i + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
