import { randomUUID } from 'node:crypto'
import { atShare } from '../../../latency/spread'
import { PROVINCE } from '../../data/country'
import type { Row } from '../../row'
import { Requests } from '../../sides/requests'
import { timesOf } from '../../sides/work'
import { sized, type Subtree } from './sized'

const MOVES = 20
const DAY_MS = 86_400_000
const MOVE = `mutation ($commandId: ID!, $input: MoveUnitInput!) { moveUnit(commandId: $commandId, input: $input) { mark } }`

/** A county's association comes under another one with all that stands below it: by one edge, whatever hangs on it. */
export const move: Row = {
  number: 11,
  async prepare(site) {
    const { rig, cities, county, smallCounty } = await sized(site, 'move', PROVINCE, (line) => console.log(line))
    const organization = new Requests(rig.processes.organization.url, rig.authorization)
    const followers = (['membership', 'activity', 'reporting'] as const).map(
      (app) => new Requests(rig.processes[app].url, rig.authorization),
    )
    let moves = 0
    const moved = async ({ id: unitId }: Subtree) => {
      const on = new Date(Date.parse('2020-01-01') + moves++ * DAY_MS).toISOString().slice(0, 10)
      const input = { unitId, parentId: cities[moves % 2], on, paper: '锡科协发〔2020〕1号' }
      return (await organization.ask<{ moveUnit: { mark: string } }>(MOVE, { commandId: randomUUID(), input })).moveUnit.mark
    }
    const seen = async (mark: string) => {
      await Promise.all(
        followers.map(async (follower) => {
          while (await follower.lags(mark));
        }),
      )
    }
    const median = async (work: () => Promise<unknown>) => atShare(await timesOf(MOVES, work), 0.5)
    const units = site.database().collection<{ _id: number; parentId: string }>('units')
    await units.insertMany(Array.from({ length: county.units }, (_, _id) => ({ _id, parentId: '' })))
    return {
      sizes: `${county.units} units moved, ${smallCounty.units} units moved; p50 of ${MOVES} moves a round, one after the other`,
      sides: {
        many: () => median(() => moved(county)),
        few: () => median(() => moved(smallCounty)),
        followed: () => median(async () => seen(await moved(county))),
        raw: () =>
          median(() => {
            const parentId = randomUUID()
            const updates = Array.from({ length: county.units }, (_, _id) => ({
              updateOne: { filter: { _id }, update: { $set: { parentId } } },
            }))
            return units.bulkWrite(updates, { ordered: false })
          }),
      },
      lines: [
        { name: 'move of a county, at the service', unit: 'ms', ours: 'many', theirs: 'raw', aim: { oursAtMost: 50 } },
        { name: 'move of a county ÷ of one with few units', unit: 'ms', ours: 'many', theirs: 'few', aim: { ratioAtMost: 1.3 } },
        {
          name: 'move of a county, until all services have followed ÷ as many raw updates',
          unit: 'ms',
          ours: 'followed',
          theirs: 'raw',
          aim: { ratioAtMost: 2 },
        },
      ],
      end: async () => {
        await Promise.all([organization, ...followers].map((client) => client.close()))
        await rig.stop()
      },
    }
  },
}
