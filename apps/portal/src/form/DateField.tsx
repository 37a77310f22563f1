import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useText } from '../language/useText'
import type { FieldInput } from './Field'

interface DateFieldProps {
  input: FieldInput
  /** `YYYY-MM-DD`, or empty. */
  value: string | null | undefined
  onChange: (day: string | null) => void
  /** Days before this one cannot be chosen. */
  from?: string
  /** This day and those after it cannot be chosen. */
  until?: string
}

/** A calendar day, typed or chosen. */
export function DateField({ input: { id, status, ...described }, value, onChange, from, until }: DateFieldProps) {
  const text = useText()
  return (
    <DatePicker
      id={id}
      status={status}
      {...described}
      value={value ? dayjs(value) : null}
      format={['YYYY-MM-DD', 'YYYY.M.D', 'YYYY/M/D', 'YYYYMMDD']}
      placeholder={text('form.day.placeholder')}
      suffixIcon={null}
      // Enter takes the day; it does not send the form.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      preserveInvalidOnBlur
      disabledDate={(day) => {
        const shown = day.format('YYYY-MM-DD')
        return (from !== undefined && shown < from) || (until !== undefined && shown >= until)
      }}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
    />
  )
}
