import { randomUUID } from 'node:crypto'
import { AllWrites } from '../../bounds/all-writes'
import { Alone } from '../../sides/alone'
import { Requests } from '../../sides/requests'
import type { Row } from '../../row'
import { rateOf, TURN_SECONDS } from '../../sides/work'

const AT_ONCE = 16
/** Half a minute of commands: as long do the five apps and Kafka take to compile what they run; in the tenth second a command costs a third more. */
const UNCOUNTED = 8
const MUTATION = `mutation ($commandId: ID!, $input: EstablishUnitInput!) {
  establishUnit(commandId: $commandId, input: $input) { version mark unit { id } }
}`

/**
 * A firm's association is established: answered when it is durable. By the organization service without the others, and through the gateway
 * while all services follow on the same processors. Raw: the document that this leaves, with its outbox, inserted under new ids. The bound: the
 * same with the collection's indexes; through the gateway, with all that follows written too, many at once, without reading anything.
 */
export const commands: Row = {
  number: 4,
  async prepare(site) {
    const { rig, session } = await site.apps()
    const alone = await Alone.start(site, 'organization', site.kafka())
    const service = new Requests(alone.urls[0] ?? '', alone.authorization)
    const gateway = new Requests(rig.gateway, () => Promise.resolve(`Bearer ${session}`))
    const establish = (graph: Requests) =>
      graph.ask<{ establishUnit: { unit: { id: string } } }>(MUTATION, {
        commandId: randomUUID(),
        input: { name: '企业科协', type: 'ENTERPRISE', from: '2020-01-01' },
      })
    const units = site.database(`${alone.databasePrefix}organization`).collection<{ _id: string }>('units')
    const made = await establish(service)
    const document = await units.findOne({ _id: made.establishUnit.unit.id })
    const raw = site.database().collection<{ _id: string }>('units')
    const all = await AllWrites.of(site, units, document)
    const inserted = () => rateOf(AT_ONCE, () => all.insert())
    return {
      sizes: `${TURN_SECONDS} s a round after ${UNCOUNTED} not counted, ${AT_ONCE} commands at once`,
      uncounted: UNCOUNTED,
      sides: {
        service: () => rateOf(AT_ONCE, () => establish(service)),
        raw: () => rateOf(AT_ONCE, () => raw.insertOne({ ...document, _id: randomUUID() })),
        gateway: () => rateOf(AT_ONCE, () => establish(gateway)),
        indexed: () => all.empty().then(inserted),
        followed: () => all.empty().then(() => all.followed(inserted)),
      },
      lines: [
        { name: 'mutation → durable, at the service', ours: 'service', bound: 'indexed' },
        { name: 'mutation → durable, through the gateway, while all services follow', ours: 'gateway', bound: 'followed' },
      ].map((line) => ({ ...line, unit: 'operations/s', theirs: 'raw', aim: { ratioAtLeast: 0.3 } })),
      end: async () => {
        await Promise.all([service.close(), gateway.close(), all.close()])
        await alone.stop()
      },
    }
  },
}
