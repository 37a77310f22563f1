import { useQuery } from '@apollo/client/react'
import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { SelectField } from '../form/SelectField'
import { useSaved } from '../frame/Saved'
import type { Level, RegistrationChoicesFragment } from '../graph.generated'
import { LevelOfAreaDocument, RegisterEmployerDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import { AreaPicker } from '../pickers/AreaPicker'
import { useWords } from '../words/useWords'

interface RegisterEmployerFormProps {
  kinds: RegistrationChoicesFragment['employerKinds']
  registered: (employerId: string) => void
  close: () => void
}

const levels: readonly Level[] = ['CITY', 'COUNTY', 'TOWN', 'VILLAGE']

/** 登记单位: a hospital, school, station or firm that is not in the list yet, registered beside the form that needs it; the focus comes here and goes back. */
export function RegisterEmployerForm({ kinds, registered, close }: RegisterEmployerFormProps) {
  const text = useText()
  const words = useWords()
  const saved = useSaved()
  const register = useCommand(RegisterEmployerDocument)
  const [value, change] = useState({ name: '', creditCode: '', kind: null as string | null, areaCode: null as string | null })
  const [chosen, choose] = useState<Level | null>(null)
  const area = useQuery(LevelOfAreaDocument, {
    variables: { code: value.areaCode ?? '' },
    skip: !value.areaCode,
    fetchPolicy: 'cache-first',
  }).data?.area
  const level = chosen ?? area?.level
  const first = useRef<InputRef>(null)
  useEffect(() => {
    const opener = document.activeElement
    first.current?.focus()
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  const { kind, areaCode } = value
  const { refusal } = register
  const set = (part: Partial<typeof value>) => {
    register.forget()
    change((before) => ({ ...before, ...part }))
  }

  const missing = [
    !value.name.trim() && text('registrations.employer.name'),
    !kind && text('registrations.employer.kind'),
    !areaCode && text('registrations.employer.area'),
    !level && text('registrations.employer.level'),
  ].filter((label) => label !== false)

  const send = async () => {
    if (!kind || !areaCode || !level) return
    const input = { name: value.name.trim(), kind, areaCode, level, creditCode: value.creditCode.trim() || null }
    const done = await register.send({ input })
    if (!done) return
    registered(done.registerEmployer.employer.id)
    saved(text('registrations.employer.saved', { name: done.registerEmployer.employer.name }))
    close()
  }

  return (
    <aside className="register-employer" aria-label={text('registrations.employer.register')}>
      <h2>{text('registrations.employer.register')}</h2>
      <CommandForm
        command={register}
        fields={['name', 'kind', 'areaCode', 'level', 'creditCode']}
        submit={text('registrations.employer.submit')}
        ready={missing.length === 0}
        missing={missing}
        onSubmit={() => void send()}
        aside={
          <button type="button" className="plain-button" onClick={close}>
            {text('registrations.employer.close')}
          </button>
        }
      >
        <Field label={text('registrations.employer.name')} name="name" refusal={refusal}>
          {(input) => (
            <Input {...input} ref={first} maxLength={80} value={value.name} onChange={({ target }) => set({ name: target.value })} />
          )}
        </Field>
        <Field label={text('registrations.employer.kind')} name="kind" refusal={refusal}>
          {(input) => (
            <SelectField
              input={input}
              value={kind}
              onChange={(code) => set({ kind: code })}
              options={kinds.map(({ code, name }) => ({ value: code, name }))}
              placeholder={text('registrations.choose')}
            />
          )}
        </Field>
        <Field label={text('registrations.employer.area')} name="areaCode" refusal={refusal}>
          {(input) => <AreaPicker input={input} value={areaCode} onChange={(code) => set({ areaCode: code })} />}
        </Field>
        <Field label={text('registrations.employer.level')} name="level" refusal={refusal} hint={text('registrations.employer.level.hint')}>
          {(input) => (
            <SelectField
              input={input}
              value={level}
              onChange={choose}
              options={levels.map((code) => ({ value: code, name: words.level(code) }))}
              placeholder={text('registrations.choose')}
            />
          )}
        </Field>
        <Field
          label={text('registrations.employer.creditCode')}
          name="creditCode"
          refusal={refusal}
          optional
          hint={text('registrations.employer.creditCode.hint')}
        >
          {(input) => (
            <Input {...input} maxLength={18} value={value.creditCode} onChange={({ target }) => set({ creditCode: target.value })} />
          )}
        </Field>
      </CommandForm>
    </aside>
  )
}
