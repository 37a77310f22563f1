import { Button } from 'antd'
import type { FormEvent, ReactNode } from 'react'
import { useRef } from 'react'
import type { Command } from '../graph/useCommand'
import { useText } from '../language/useText'
import { useWords } from '../words/useWords'
import { RefusalText } from './RefusalText'
import './form.css'

interface CommandFormProps {
  command: Pick<Command<unknown, never>, 'running' | 'refusal' | 'failed'>
  /** Names of the fields that show their own refusal; any other refusal is shown above the button. */
  fields: readonly string[]
  /** The verb on the button, the same word as the command. */
  submit: string
  onSubmit: () => void
  /** Whether enough is filled in to send it. */
  ready?: boolean
  /** Labels of what is still to be filled in, said beside the button while it cannot be pressed. */
  missing?: readonly string[]
  /** A way out beside the button, such as a link back. */
  aside?: ReactNode
  children: ReactNode
}

/** The form of one command: its fields, what was refused, and one button at the foot. */
export function CommandForm({ command, fields, submit, onSubmit, ready = true, missing = [], aside, children }: CommandFormProps) {
  const text = useText()
  const words = useWords()
  const form = useRef<HTMLFormElement>(null)
  const { refusal, failed, running } = command
  const atField = refusal?.field && fields.some((name) => refusal.field === name || refusal.field?.startsWith(`${name}.`))

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !running) onSubmit()
  }

  return (
    <form ref={form} className="command-form" onSubmit={send} noValidate>
      {children}
      {refusal && !atField && <RefusalText refusal={refusal} />}
      {failed && (
        <p className="refusal" role="alert">
          {text('form.failed')}
        </p>
      )}
      <p className="command-form-foot">
        <Button type="primary" htmlType="submit" loading={running} disabled={!ready}>
          {submit}
        </Button>
        {aside}
        {!ready && missing.length > 0 && <span className="quiet small">{text('form.missing', { fields: words.list(missing) })}</span>}
      </p>
    </form>
  )
}
