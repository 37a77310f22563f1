import { DateField } from '../form/DateField'
import './address.css'
import { useParameter } from './useParameter'

/** A day that is kept in the address. */
export function DayChoice({ label, parameter, usual }: { label: string; parameter: string; usual?: string }) {
  const [kept, keep] = useParameter(parameter)
  const input = { id: `day-${parameter}`, status: undefined, 'aria-invalid': false, 'aria-describedby': undefined }
  return (
    <span className="select-choice">
      <label htmlFor={input.id} className="quiet">
        {label}
      </label>
      <DateField input={input} value={kept ?? usual} onChange={keep} />
    </span>
  )
}
