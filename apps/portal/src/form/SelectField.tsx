import { Select } from 'antd'
import type { FieldInput } from './Field'

interface SelectFieldProps<Value extends string> {
  input: FieldInput
  value: Value | null | undefined
  onChange: (value: Value | null) => void
  options: readonly { value: Value; name: string }[]
  placeholder?: string
  disabled?: boolean
}

/** One of many that are known by name; typing narrows them. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { input, value, onChange, options, placeholder, disabled } = props
  const { id, status, ...described } = input
  return (
    <Select<Value, { value: Value; name: string }>
      id={id}
      status={status}
      {...described}
      showSearch={{ optionFilterProp: 'name' }}
      allowClear
      disabled={disabled}
      placeholder={placeholder}
      value={value ?? undefined}
      options={[...options]}
      fieldNames={{ label: 'name', value: 'value' }}
      onChange={(chosen) => onChange(chosen ?? null)}
    />
  )
}
