/** Placeholder until the page is laid. */
export function TodayPage() {
  return <h1>Today</h1>
}
