/**
 * What a spreadsheet would not leave as the text that it is:
 * - a formula, also behind white space, and by the full-width signs of a Chinese keyboard;
 * - a sign that ends a cell or a row;
 * - digits that it rounds (more than eleven), shortens (a nought in front) or takes for a day or a power (`3-1`, `1E5`).
 * Marks before it count with it, so that no two values have the same cell.
 */
const MISTAKEN = /^'*(?:[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n]|(?!(?:0|[1-9]\d{0,10})(?:\.\d*[1-9])?$)\d[\d.,:/eE+-]*$)/u

/** A value as a cell of a file that is opened in a spreadsheet: `'` before it where it would be taken for something else. `valueOf` undoes it. */
export function cellOf(value: string): string {
  return MISTAKEN.test(value) ? `'${value}` : value
}

/** The value of a cell: the very text that `cellOf` was given; any other cell stands for itself. */
export function valueOf(cell: string): string {
  return cell.startsWith("'") && MISTAKEN.test(cell.slice(1)) ? cell.slice(1) : cell
}

const LETTERS = 26

/** The name that spreadsheets give to a column: A for 0, Z for 25, AA for 26. */
export function columnLetters(place: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (place % LETTERS))
  return place < LETTERS ? last : columnLetters(Math.floor(place / LETTERS) - 1) + last
}
