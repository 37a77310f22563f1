import './address.css'
import { useParameter } from './useParameter'

interface SelectChoiceProps {
  label: string
  parameter: string
  /** What stands for no choice. */
  all: string
  options: readonly { value: string; name: string }[]
}

/** A choice of many that is kept in the address. */
export function SelectChoice({ label, parameter, all, options }: SelectChoiceProps) {
  const [chosen, choose] = useParameter(parameter)
  return (
    <label className="select-choice">
      <span className="quiet">{label}</span>
      <select value={chosen ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{all}</option>
        {options.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
