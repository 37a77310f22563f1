import type { ErrorLike } from '@apollo/client'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { useLeave } from '../frame/useLeave'
import type { Command } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import './removal.css'

/** Whose account something is taken from. */
interface Owner {
  id: string
  name: string
  holder: string
}

interface RemovalPageProps {
  /** What the page's question has answered: undefined as long as it has not, null where there is no such account. */
  account: Owner | null | undefined
  error: ErrorLike | undefined
  retry: () => void
  command: Command<unknown, { commandId: string; input: { accountId: string } }>
  words: (account: Owner) => RemovalWords
}

interface RemovalWords {
  /** The verb, on the button and as the page's name. */
  name: string
  title: string
  lead: string
  /** What follows from it. */
  follows: readonly string[]
  back: string
  removed: string
}

/** Takes from somebody else's account one of its ways in: says what follows from it, and asks once more. */
export function RemovalPage({ account, error, retry, command, words }: RemovalPageProps) {
  const leave = useLeave()

  if (account === undefined) return error ? <Unanswered error={error} retry={retry} /> : <Loading />
  if (!account) return <Missing error={error} retry={retry} />
  const { name, title, lead, follows, back, removed } = words(account)
  const here = `/accounts/${account.id}`

  const send = async () => {
    if (!(await command.send({ input: { accountId: account.id } }))) return
    leave(here, removed)
  }
  return (
    <article className="page">
      <PageHeading name={name}>{title}</PageHeading>
      <p>{lead}</p>
      <ul className="removal-follows">
        {follows.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <CommandForm command={command} fields={[]} submit={name} onSubmit={() => void send()} aside={<PageLink to={here}>{back}</PageLink>}>
        {null}
      </CommandForm>
    </article>
  )
}
