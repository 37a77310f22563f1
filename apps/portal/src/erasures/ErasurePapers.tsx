import type { ErasePersonPageQuery } from '../graph.generated'
import { useText } from '../language/useText'
import { NamingPapers } from '../papers/NamingPapers'

/** Scans that name the person: an erasure leaves them, so that somebody takes each back or replaces it. */
export function ErasurePapers({ preview: { papers, papersBeyond } }: { preview: ErasePersonPageQuery['previewErasePerson'] }) {
  const text = useText()
  const count = papers.length + papersBeyond
  if (count === 0) return null
  return (
    <section>
      <h2>{text('erasures.papers', { count })}</h2>
      <NamingPapers papers={papers} linked />
      <p>{text('erasures.papers.hint')}</p>
      {papersBeyond > 0 && <p>{text('erasures.papers.beyond', { count: papersBeyond })}</p>}
    </section>
  )
}
