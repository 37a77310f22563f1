import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { useText } from '../language/useText'
import type { Refused } from '../session/session-api'
import { useAttempt } from '../sign-in/useAttempt'

interface PasswordStepProps<Answer> {
  submit: string
  /** What the password opens. */
  ask: (password: string) => Promise<Answer | Refused>
  answered: (answer: Answer) => void
  aside: ReactNode
}

/** The present password once more, before something is shown that would let others in. */
export function PasswordStep<Answer extends object>({ submit, ask, answered, aside }: PasswordStepProps<Answer>) {
  const text = useText()
  const [password, setPassword] = useState('')
  const attempt = useAttempt(
    async () => {
      const answer = await ask(password)
      if ('code' in answer) return answer
      answered(answer)
      return null
    },
    async () => undefined,
  )
  return (
    <CommandForm command={attempt} fields={['password']} submit={submit} ready={password !== ''} onSubmit={attempt.send} aside={aside}>
      <Field label={text('signIn.change.old')} name="password" refusal={attempt.refusal} hint={text('secondFactor.password.hint')}>
        {(input) => (
          <Input
            {...input}
            type="password"
            autoFocus
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </Field>
    </CommandForm>
  )
}
