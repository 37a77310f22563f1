/** Placeholder until the page is laid. */
export function NetworkPage() {
  return <h1>Network</h1>
}
