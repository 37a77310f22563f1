/** A fact as server-sent events carry it; `id` is the position after it. */
export interface StreamedFact {
  id: string
  topic: string
  subject: string
  sequence: number
}

/** Follows `GET /facts` until so many facts that the reader counts have come, then hangs up; `place` is `from` or a header. */
export async function streamed(
  gateway: string,
  session: string,
  count: number,
  place: Record<string, string>,
  counts: (fact: StreamedFact) => boolean = () => true,
): Promise<StreamedFact[]> {
  const hangUp = new AbortController()
  const { from, ...headers } = place
  const answer = await fetch(`${gateway}/facts${from ? `?from=${encodeURIComponent(from)}` : ''}`, {
    headers: { authorization: `Bearer ${session}`, ...headers },
    signal: hangUp.signal,
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  const facts: StreamedFact[] = []
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const [, id] = /^id: (.*)$/m.exec(block) ?? []
      const [, data] = /^data: (.*)$/m.exec(block) ?? []
      const fact = id && data ? { ...(JSON.parse(data) as Omit<StreamedFact, 'id'>), id } : undefined
      if (fact && counts(fact)) facts.push(fact)
    }
    if (facts.length >= count) break
  }
  hangUp.abort()
  return facts.slice(0, count)
}
