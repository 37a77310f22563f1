import { apps, type App } from '@sizhang/engines'
import { chartFile } from '../../../check/chart/chart-files'
import { atShare } from '../../../latency/spread'
import { callerToken } from '../../../trials/rig/tokens'
import { unitsIn } from '../../data/country-units'
import { areasIn, CITY, COUNTRY, COUNTY, PROVINCE, townsOf, villagesOf } from '../../data/country'
import type { Line, Row } from '../../row'
import { memoryOf } from '../../sides/metrics'
import { Requests } from '../../sides/requests'
import { timesOf } from '../../sides/work'
import { sized, type Listed, type Sized } from './sized'

const ASKED = 100

/** What is asked at both sizes, of what both have alike; and what may not take longer where there is more. */
const QUESTIONS = {
  'point read of an area': {
    query: `query ($code: AreaCode!) { area(code: $code) { code name level path { code name } } }`,
    variables: (place: number) => ({ code: villages[place % villages.length] }),
    atMost: 1.3,
  },
  'one level of the tree': {
    query: `query ($code: AreaCode!) { area(code: $code) { children { code name kind units { id name } } } }`,
    variables: () => ({ code: COUNTY.code }),
    atMost: 1.3,
  },
  'the tree of a city': {
    query: `query ($root: AreaCode!) { areaTree(root: $root) { code name level parent { code } } }`,
    variables: () => ({ root: CITY }),
    atMost: 1.3,
  },
  'search of a unit by its name': {
    query: `query ($search: String!) { units(search: $search, first: 20) { nodes { id name } } }`,
    variables: () => ({ search: '同样区' }),
    atMost: 1.3,
  },
  'search of an area by its name': {
    query: `query ($search: String!) { areas(search: $search, first: 20) { nodes { code name } } }`,
    variables: () => ({ search: '同样区' }),
    atMost: 1.3,
  },
  'roll-up of a county': {
    query: `query ($within: AreaCode!) { coverage(level: VILLAGE, within: $within) { total { value } covered { value } } }`,
    variables: () => ({ within: COUNTY.code }),
    atMost: 1.3,
  },
} as const

const villages = villagesOf(townsOf(COUNTY)[0] ?? '', COUNTY)

/** The trees of a province and of the country side by side: what is asked of a county takes as long in both. */
export const tree: Row = {
  number: 10,
  async prepare(site) {
    const say = (line: string) => console.log(line)
    const small = await sized(site, 'province', PROVINCE, say)
    const large = await sized(site, 'country', COUNTRY, say)
    const clients: Requests[] = []
    const clientOf = (url: string, authorization: () => Promise<string>) => {
      const client = new Requests(url, authorization)
      clients.push(client)
      return client
    }
    const asking = ({ rig }: Sized) => {
      const client = clientOf(rig.gateway, rig.authorization)
      return ({ query, variables }: (typeof QUESTIONS)[keyof typeof QUESTIONS]) => median((place) => client.ask(query, variables(place)))
    }
    const secretary = ({ rig, county }: Sized) => {
      const within = { kind: 'AREA', code: COUNTY.code } as const
      const granted = { role: 'COUNTY_SECRETARY', within, from: '2018-01-01', until: null }
      const token = async () => `Bearer ${await callerToken(rig.settings.secrets.callerSigningKey, [granted])}`
      const client = clientOf(rig.processes.organization.url, token)
      return () => median(() => client.ask('query ($id: ID!) { unit(id: $id) { id name version } }', { id: county.id }))
    }
    const [askSmall, askLarge] = [asking(small), asking(large)]
    const questions = Object.entries(QUESTIONS)
    const ofSize = (name: string, size: string) => `${name}, ${size}`
    return {
      sizes: `${areasIn(COUNTRY)} areas, ${areasIn(PROVINCE)} areas; ${unitsIn(areasIn(COUNTRY))} units, ${unitsIn(areasIn(PROVINCE))} units; p50 of ${ASKED} requests a round, one after the other`,
      sides: {
        ...Object.fromEntries(
          questions.flatMap(([name, question]) => [
            [ofSize(name, 'large'), () => askLarge(question)],
            [ofSize(name, 'small'), () => askSmall(question)],
          ]),
        ),
        secretaryLarge: secretary(large),
        secretarySmall: secretary(small),
        ...Object.fromEntries(listed.flatMap((lists) => [listsIn('last', lists, large), listsIn('first', lists, large)])),
        ...Object.fromEntries(apps.flatMap((app) => [memoryIn('large', large, app), memoryIn('small', small, app)])),
      },
      lines: [
        ...questions.map(([name, { atMost }]): Line => ({
          name: `${name}, in the country ÷ in a province`,
          unit: 'ms',
          ours: ofSize(name, 'large'),
          theirs: ofSize(name, 'small'),
          aim: { ratioAtMost: atMost },
        })),
        {
          name: 'a unit by who has a right to its county',
          unit: 'ms',
          ours: 'secretaryLarge',
          theirs: 'secretarySmall',
          aim: { ratioAtMost: 1.2 },
        },
        ...listed.map((lists): Line => ({
          name: `import: a thousand ${lists}, last lists ÷ first`,
          unit: 'ms',
          ours: `last ${lists}`,
          theirs: `first ${lists}`,
          aim: { ratioAtMost: 1.3 },
        })),
        ...apps.map((app): Line => ({
          name: `memory of ${app}, in the country and in a province`,
          unit: 'MiB',
          ours: `large ${app}`,
          theirs: `small ${app}`,
          aim: { oursAtMost: grantedTo(app) },
        })),
      ],
      end: async () => {
        await Promise.all(clients.map((client) => client.close()))
        await Promise.all([small.rig.stop(), large.rig.stop()])
      },
    }
  },
}

const listed: readonly Listed[] = ['areas', 'units']
const TENTH_OF_LISTS = 4

/** The first lists of the import, or the last ones: milliseconds that a thousand rows took. */
const listsIn = (which: 'first' | 'last', lists: Listed, { perThousand }: Sized) => {
  const times = perThousand[lists]
  const some = which === 'first' ? times.slice(0, TENTH_OF_LISTS) : times.slice(-TENTH_OF_LISTS)
  return [`${which} ${lists}`, () => Promise.resolve(atShare(some, 0.5))] as const
}

interface ChartValues {
  apps: Record<App, { resources: { limits: { memory: `${number}${'Mi' | 'Gi'}` } } }>
}

/** What the Helm chart grants an app, in MiB. */
function grantedTo(app: App): number {
  const { memory } = (chartFile('values.yaml') as ChartValues).apps[app].resources.limits
  return Number.parseInt(memory) * (memory.endsWith('Gi') ? 1_024 : 1)
}

const memoryIn = (size: string, { rig }: Sized, app: App) => [`${size} ${app}`, () => memoryOf(rig.processes[app].url)] as const

const median = async (work: (place: number) => Promise<unknown>) => atShare(await timesOf(ASKED, work), 0.5)
