import type { RoleChoiceFragment } from '../graph.generated'
import { useText } from '../language/useText'
import './grants.css'
import { sortedVerbs } from './grants'

/** What a role lets do, in words: what it lets change before what it lets see. */
export function RoleVerbs({ role }: { role: Pick<RoleChoiceFragment, 'verbs'> }) {
  const text = useText()
  const { doing, seeing } = sortedVerbs(role)
  return (
    <dl className="role-verbs">
      {[
        { name: text('grants.doing'), verbs: doing, none: text('grants.doing.none') },
        { name: text('grants.seeing'), verbs: seeing, none: text('grants.seeing.none') },
      ].map(({ name, verbs, none }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {verbs.length === 0 ? (
              none
            ) : (
              <ul>
                {verbs.map((verb) => (
                  <li key={verb}>{verb}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
