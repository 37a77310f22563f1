import { join } from 'node:path'
import { accepts, freePort, startChild, stopChild, until } from '@sizhang/engines'
import mongoose from 'mongoose'
import type { Row } from '../../row'
import { readsDuring } from '../../bounds/reads'
import { Requests } from '../../sides/requests'
import { rateOf, TURN_SECONDS } from '../../sides/work'
import type { Site } from '../../site'

const { EJSON } = mongoose.mongo.BSON
const UNITS = 50
const CLIENTS = 20
/** By collection what the question is about, and how one finds to the next: less cannot be read. */
const FIELDS: Record<string, Record<string, 1>> = {
  units: { name: 1 },
  bodies: { unitId: 1, 'terms.seats.id': 1, 'terms.seats.title': 1 },
  appointments: { seatId: 1, 'held.id': 1, 'held.personId': 1, 'held.from': 1, 'held.until': 1 },
  persons: { name: 1 },
}
const QUERY = `{ units(type: "SOCIETY", first: ${UNITS}) { nodes { id name bodies { terms { seats { id title holders { person { name } } } } } } } }`

/**
 * A list of units with their seats and the holders' names, signed in. Beside it one find of these rows, put together beforehand. The bound: the
 * questions that the services' databases are asked, for nothing but what is wanted of them, by two processes that make nothing of the answers.
 */
export const list: Row = {
  number: 1,
  async prepare(site) {
    const { rig, session } = await site.network()
    const authorization = () => Promise.resolve(`Bearer ${session}`)
    const gateway = new Requests(rig.gateway, authorization, CLIENTS)
    const { units } = await gateway.ask<{ units: { nodes: object[] } }>(QUERY)
    const plain = await plainFastify(site, { rows: units.nodes })
    const reads = await readsDuring(site, rig.settings.databasePrefix ?? '', Object.keys(FIELDS), () => gateway.ask(QUERY))
    const questions = reads.flatMap(({ op, ...read }) => (op === 'query' ? [{ ...read, projection: FIELDS[read.collection] }] : []))
    const answer = await gateway.text(JSON.stringify({ query: QUERY }))
    const kept = { rows: [{ questions: EJSON.stringify(questions), answer }], alone: true }
    const asking = [await plainFastify(site, kept), await plainFastify(site, kept)]
    const peer = new Requests(plain.url, authorization, CLIENTS)
    const both = asking.map(({ url }) => new Requests(url, authorization, CLIENTS / asking.length))
    const body = JSON.stringify({ query: QUERY })
    const rate = async (...sides: Requests[]) => {
      let asked = 0
      const ask = () => sides[asked++ % sides.length]?.text(body) ?? ''
      const { length } = await ask()
      return rateOf(CLIENTS, async () => {
        const text = await ask()
        if (text.length !== length) throw new Error(`another answer: ${text.slice(0, 300)}`)
      })
    }
    return {
      sizes: `${UNITS} units, ${(await gateway.text(body)).length} characters, ${TURN_SECONDS} s a round, ${CLIENTS} clients`,
      sides: { gateway: () => rate(gateway), plain: () => rate(peer), bound: () => rate(...both) },
      lines: [
        {
          name: 'list with seats and holders',
          unit: 'requests/s',
          ours: 'gateway',
          theirs: 'plain',
          bound: 'bound',
          aim: { ratioAtLeast: 0.25 },
        },
      ],
      end: async () => {
        await Promise.all([gateway, peer, ...both].map((side) => side.close()))
        await Promise.all([plain, ...asking].map(({ stop }) => stop()))
      },
    }
  },
}

/** @param alone the one row says which questions are asked, and what is answered */
async function plainFastify(
  site: Site,
  { rows, alone = false }: { rows: object[]; alone?: boolean },
): Promise<{ url: string; stop: () => Promise<void> }> {
  const database = site.database()
  await database.collection('rows').insertMany(rows)
  const port = await freePort()
  const { settings, mongoUri } = site.bench
  const log = join(settings.home, `logs/plain-fastify-${port}.log`)
  const args = ['tools/bench/peers/plain-fastify.mjs', mongoUri, database.databaseName, String(port), ...(alone ? ['questions'] : [])]
  const child = startChild({ command: process.execPath, args, env: { ...process.env, NODE_ENV: 'production' }, log, whenWeDie: 'KILL' })
  if (!(await until(() => accepts(port), { within: 60_000 }))) throw new Error(`plain Fastify did not start: ${log}`)
  return { url: `http://127.0.0.1:${port}`, stop: () => stopChild(child) }
}
