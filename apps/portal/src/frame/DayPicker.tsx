import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useText } from '../language/useText'

interface DayPickerProps {
  /** The day looked at; undefined: today. */
  day: string | undefined
  today: string | undefined
  choose: (day: string | undefined) => void
}

/** Any day is one click away; today is named, not dated. */
export function DayPicker({ day, today, choose }: DayPickerProps) {
  const text = useText()
  return (
    <DatePicker
      size="small"
      variant="borderless"
      aria-label={text('frame.asOf')}
      value={dayjs(day ?? today)}
      format={(shown) => (day ? shown.format('YYYY-MM-DD') : text('frame.todayOf', { day: shown.format('YYYY-MM-DD') }))}
      allowClear={false}
      suffixIcon={null}
      showNow={false}
      onChange={(chosen) => {
        const picked = chosen?.format('YYYY-MM-DD')
        choose(picked === today ? undefined : picked)
      }}
    />
  )
}
