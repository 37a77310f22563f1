import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { FieldInput } from '../form/Field'
import { useText } from '../language/useText'

interface MomentFieldProps {
  input: FieldInput
  /** `2026-06-30 09:30` in Asia/Shanghai, or empty. */
  value: string | null
  onChange: (moment: string | null) => void
}

const FORMAT = 'YYYY-MM-DD HH:mm'

/** A day with the time of day, typed or chosen. */
export function MomentField({ input: { id, status, ...described }, value, onChange }: MomentFieldProps) {
  const text = useText()
  return (
    <DatePicker
      id={id}
      status={status}
      {...described}
      showTime={{ format: 'HH:mm', minuteStep: 5, defaultOpenValue: dayjs('2000-01-01 09:00') }}
      format={[FORMAT, 'YYYY-M-D H:mm', 'YYYY.M.D H:mm', 'YYYY/M/D H:mm']}
      placeholder={text('form.moment.placeholder')}
      suffixIcon={null}
      // Enter takes the day; it does not send the form.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      needConfirm={false}
      value={value ? dayjs(value) : null}
      onChange={(moment) => onChange(moment ? moment.format(FORMAT) : null)}
    />
  )
}
