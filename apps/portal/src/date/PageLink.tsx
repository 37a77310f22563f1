import type { LinkProps } from 'react-router'
import { Link } from 'react-router'
import { useKeepOn } from './useKeepOn'

/** A link to another page of the portal that keeps the day looked at. */
export function PageLink({ to, ...rest }: Omit<LinkProps, 'to'> & { to: string }) {
  const keep = useKeepOn()
  return <Link to={keep(to)} {...rest} />
}
