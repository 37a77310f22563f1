import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useText } from '../language/useText'

interface DayPickerProps {
  day: string | undefined
  choose: (day: string) => void
  close: () => void
}

/** Any day, chosen or typed. */
export function DayPicker({ day, choose, close }: DayPickerProps) {
  const text = useText()
  return (
    <DatePicker
      open
      autoFocus
      size="small"
      aria-label={text('frame.asOf')}
      value={dayjs(day)}
      allowClear={false}
      suffixIcon={null}
      showNow={false}
      onOpenChange={(open) => !open && close()}
      onChange={(chosen) => {
        if (chosen) choose(chosen.format('YYYY-MM-DD'))
        close()
      }}
    />
  )
}
