/** Columns that a screen of fixed-width letters needs: a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (/[\u2e80-\u9fff\uff00-\uff60]/.test(letter) ? 2 : 1), 0)
}

/** Rows as lines, each column as wide as its widest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  )
}

/** `1,234`. */
export function number(value: number): string {
  return value.toLocaleString('en-US')
}
