import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commandId } from '../../demo/chance'
import { GraphClient, type Answer, type DemoCommand } from '../../demo/graph-client'
import { linesOf, type AreaLine } from '../../demo/network'

/** What the load works on: made once before it, through the public graph. */
export interface City {
  towns: string[]
  units: string[]
  bodies: string[]
  seats: string[]
  activityTypes: { code: string; placeKind: string; figures: string[] }[]
}

/** Loads the areas, and so many town associations, each with a body, a running term and a seat of 200 places. */
export async function foundCity(gateway: string, authorization: () => Promise<string>, root: string, count = 12): Promise<City> {
  const client = new GraphClient(gateway, authorization)
  const areas = await readFile(join(root, 'tools/demo/data/wuxi-areas.csv'), 'utf8')
  await client.upload('/files/organization/areas', areas)
  const towns = linesOf<AreaLine>(areas)
    .filter(({ level, kind }) => level === 'town' && kind !== 'quasi')
    .slice(0, count)
  const units = await client.send(
    { name: 'establishUnit', inputType: 'EstablishUnitInput', answer: 'unit { id }' },
    towns.map(({ code, name }) => command('unit', code, { name: `${name}科协`, type: 'TOWN', areaCode: code, from: '2019-01-01' })),
    () => undefined,
  )
  const bodies = await client.send(
    { name: 'openBody', inputType: 'OpenBodyInput', answer: 'body { id }' },
    [...units].map(([code, answer]) => command('body', code, { unitId: idOf(answer, 'unit'), from: '2019-01-01' })),
    () => undefined,
  )
  const seat = { title: '委员', rank: 'COMMITTEE_MEMBER', kinds: ['PART_TIME_POST'], places: 200 }
  const terms = await client.send(
    { name: 'openTerm', inputType: 'OpenTermInput', answer: 'term { seats { id } }' },
    [...bodies].map(([code, answer]) =>
      command('term', code, {
        bodyId: idOf(answer, 'body'),
        number: 1,
        from: '2023-01-01',
        until: '2028-01-01',
        seats: ['一', '二', '三', '四'].map((word) => ({ ...seat, title: `委员${word}` })),
      }),
    ),
    () => undefined,
  )
  const { departments } = await client.ask<{ departments: { activityTypes: Asked[] }[] }>(
    '{ departments { activityTypes { code placeKinds { code } figures { code required } } } }',
  )
  return {
    towns: towns.map(({ code }) => code),
    units: towns.map(({ code }) => idOf(units.get(code), 'unit')),
    bodies: [...bodies.values()].map((answer) => idOf(answer, 'body')),
    seats: [...terms.values()].flatMap((answer) => (answer['term'] as { seats: { id: string }[] }).seats.map(({ id }) => id)),
    activityTypes: departments.flatMap(({ activityTypes }) => activityTypes.map(typeOf)),
  }
}

interface Asked {
  code: string
  placeKinds: { code: string }[]
  figures: { code: string; required: boolean }[]
}

function typeOf({ code, placeKinds, figures }: Asked): City['activityTypes'][number] {
  const required = figures.filter((figure) => figure.required)
  return { code, placeKind: placeKinds[0]?.code ?? '', figures: required.map((figure) => figure.code) }
}

function command(kind: string, key: string, input: object): DemoCommand {
  return { key, commandId: commandId('trials', kind, key), input }
}

function idOf(answer: Answer | undefined, field: string): string {
  return (answer?.[field] as { id: string }).id
}
