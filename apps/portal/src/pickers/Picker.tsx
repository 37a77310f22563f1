import { Select } from 'antd'
import { useState } from 'react'
import type { FieldInput } from '../form/Field'
import { useText } from '../language/useText'
import { useSettled } from '../screen/useSettled'
import './pickers.css'

/** One line of a picker: the name, and what tells it from others of the same name. */
export interface Choice {
  value: string
  name: string
  aside: string
}

/** What every picker of one record takes. */
export interface PickerProps {
  input: FieldInput
  value: string | null | undefined
  onChange: (value: string | null) => void
  disabled?: boolean
}

interface SearchingProps extends PickerProps {
  /** The choices for what is typed; asked anew when the typing pauses. */
  useFound: (sought: string) => { choices: Choice[]; loading: boolean }
  /** The choice that stands for the value given from outside, such as by a link. */
  given: Choice | null
}

/** Finds one record by name, pinyin or initials. */
export function Picker({ input: { id, status, ...described }, value, onChange, disabled, useFound, given }: SearchingProps) {
  const text = useText()
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<Choice | null>(null)
  const sought = useSettled(typed.trim())
  const { choices, loading } = useFound(sought)
  const shown = picked?.value === value ? picked : given?.value === value ? given : null
  const offered = shown && !choices.some((choice) => choice.value === shown.value) && sought === '' ? [shown, ...choices] : choices

  return (
    <Select<string, Choice>
      id={id}
      status={status}
      {...described}
      className="picker"
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      allowClear
      disabled={disabled}
      value={value ?? null}
      loading={loading}
      placeholder={text('pickers.placeholder')}
      options={offered}
      fieldNames={{ label: 'name', value: 'value' }}
      labelRender={() => shown?.name ?? text('pickers.reading')}
      optionRender={({ data }) => (
        <span className="picker-line">
          {data.name} <span className="quiet small">{data.aside}</span>
        </span>
      )}
      notFoundContent={sought === '' ? text('pickers.type') : loading ? text('pickers.looking') : text('pickers.nothing')}
      onChange={(chosen, option) => {
        setPicked(Array.isArray(option) ? null : (option ?? null))
        setTyped('')
        onChange(chosen ?? null)
      }}
    />
  )
}
