/** Placeholder until the page is laid. */
export function BlankSpotsPage() {
  return <h1>BlankSpots</h1>
}
