import { useText } from '../language/useText'
import { useWords } from '../words/useWords'
import type { Need } from './operation'

/** The command that shows more. */
const commandOf = (kind: Need['kind']) => (kind === 'parked' ? 'npm run ops -- parked list' : 'npm run ops -- status')

/** A sentence for each thing that needs a hand, and the way out, as the operators' handbook has it. */
export function Needs({ needs }: { needs: readonly Need[] }) {
  const text = useText()
  const words = useWords()
  if (needs.length === 0) return null
  return (
    <section>
      <h2>{text('operation.toDo')}</h2>
      <ul className="operation-lines">
        {needs.map(({ kind, services, count, seconds, said }) => {
          const values = { service: words.list(services.map((service) => text(`operation.service.${service}`))), count, seconds, said }
          return (
            <li key={`${kind} ${services.join(' ')}`}>
              <p className="need-said">{text(`operation.need.${kind}`, values)}</p>
              <p>
                {text(`operation.mend.${kind}`, values)} <code>{commandOf(kind)}</code>
              </p>
              <p className="quiet small">{text('operation.handbook', { chapter: text(`operation.chapter.${kind}`) })}</p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
