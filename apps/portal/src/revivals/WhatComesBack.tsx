import { useText } from '../language/useText'

const BACK = ['revivals.back.coverage', 'revivals.back.above', 'revivals.back.bodies'] as const
/** What had to be settled before the unit could be dissolved, or was settled since: that was decided by itself, and stays. */
const GONE = ['revivals.gone.posts', 'revivals.gone.below', 'revivals.gone.employers', 'revivals.gone.others'] as const

/** What comes back with a unit, and what has to be done anew. */
export function WhatComesBack({ on }: { on: string }) {
  const text = useText()
  return (
    <>
      <section>
        <h2>{text('revivals.back')}</h2>
        <ul>
          {BACK.map((key) => (
            <li key={key}>{text(key, { on })}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{text('revivals.gone')}</h2>
        <ul>
          {GONE.map((key) => (
            <li key={key}>{text(key)}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
