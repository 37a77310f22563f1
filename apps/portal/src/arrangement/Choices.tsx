import { Link, useSearchParams } from 'react-router'
import './choices.css'

interface ChoicesProps {
  label: string
  /** Parameter of the address that holds the choice. */
  parameter: string
  /** The choice that stands when the address says nothing. */
  usual: string
  options: { value: string; name: string }[]
}

/** A choice of few that is kept in the address: each option is a link, so it can be opened, sent and gone back from. */
export function Choices({ label, parameter, usual, options }: ChoicesProps) {
  const [parameters] = useSearchParams()
  const chosen = parameters.get(parameter) ?? usual
  const address = (value: string) => {
    const next = new URLSearchParams(parameters)
    if (value === usual) next.delete(parameter)
    else next.set(parameter, value)
    return `?${next}`
  }
  return (
    <nav className="choices not-printed" aria-label={label}>
      <span className="quiet">{label}</span>
      <ul>
        {options.map(({ value, name }) => (
          <li key={value}>
            <Link to={address(value)} preventScrollReset aria-current={value === chosen ? 'true' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
