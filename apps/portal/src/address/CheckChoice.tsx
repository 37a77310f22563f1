import './address.css'
import { useParameter } from './useParameter'

/** A yes or no that is kept in the address: `?closed=yes`. */
export function CheckChoice({ label, parameter }: { label: string; parameter: string }) {
  const [chosen, choose] = useParameter(parameter)
  return (
    <label className="check-line">
      <input type="checkbox" checked={chosen === 'yes'} onChange={({ target }) => choose(target.checked ? 'yes' : null)} /> {label}
    </label>
  )
}
