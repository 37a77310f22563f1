/** The address of the sign-in (or of the new password) that leads back to a page afterwards. */
export function withWayBack(to: string, page: string): string {
  return page === '/' ? to : `${to}?next=${encodeURIComponent(page)}`
}

/** The page to go back to. Only one of this portal, whatever the address says. */
export function wayBack(next: string | null, origin = location.origin): string {
  if (!next) return '/'
  const address = new URL(next, origin)
  if (address.origin !== origin) return '/'
  // `//host` would be another host again.
  return `/${address.pathname.replace(/^\/+/, '')}${address.search}`
}
