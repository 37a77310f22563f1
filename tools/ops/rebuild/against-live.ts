import { titles } from '@sizhang/engines'
import { inGeneration, type ReadModelState } from '@sizhang/messaging'
import { compareReadModels } from '../../exact/comparison'
import { driverOf } from '../../exact/databases'
import { number } from '../table'
import type { Work } from './work'

/** Compares the generation beside the live one with it, while both go on; says what differs and answers whether nothing does. */
export async function againstLive(work: Work, { live, beside }: ReadModelState): Promise<boolean> {
  const { service, installation, say } = work
  const database = installation.databases[service]
  const built = beside ?? live
  const compared = await compareReadModels({ database, generation: live }, { database, generation: built })
  const aside = await asideInOne(work, live, built)
  const moving = compared.moving > 0 ? `  仍在变动 still moving ${number(compared.moving)}` : ''
  say(`${titles[service]} ${service}  ${compared.checksum}  ${number(compared.documents)} 份相同 documents equal${moving}`)
  if (compared.different > 0) {
    say(`${number(compared.different)} 份不同 documents differ, the first of them:`)
    for (const finding of compared.findings) say(`  ${finding}`)
  }
  for (const finding of aside) say(`  ${finding}`)
  return compared.different + aside.length === 0
}

/** Aggregates that stand aside in the new read models and not in the live ones: swapped, they would fall behind. */
async function asideInOne({ installation, service }: Work, live: number, built: number): Promise<string[]> {
  const parkedIn = (generation: number) =>
    inGeneration(driverOf(installation.databases[service]), generation)
      .collection<{ _id: string; reason: string }>('parked')
      .find({}, { projection: { reason: 1 } })
      .toArray()
  const [here, there] = await Promise.all([parkedIn(live), parkedIn(built)])
  const known = new Set(here.map(({ _id }) => _id))
  return there
    .filter(({ _id }) => !known.has(_id))
    .map(({ _id, reason }) => `${_id} 在新的一份中搁置 stands aside in the new one: ${reason}`)
}
