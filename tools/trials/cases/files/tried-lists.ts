import { listOfCity, ROWS_OF_CITY } from '../../../bench/data/city-list'

/** One kind of list that clerks bring in, as bad files are made of it. */
export interface TriedList {
  /** Its place among organization's files. */
  path: string
  columns: readonly string[]
  /** A row that may be taken, another one for each place. @param text what stands in the column of words */
  row: (place: number, text?: string) => string
  /** The letter of the column of words. */
  words: string
  most: { rows: number; mebibytes: number }
  /** What is said of a row that stands there twice: where, and why. */
  twice: { letter: string; code: string }
  /** A list that is taken, and its rows. */
  good: { list: string; rows: number }
  /** Where its records are kept. */
  collection: string
}

/** Rows of a good list, the places from nought on. */
export const ROWS = 100
const schoolOf = (place: number) => `第${place % ROWS}中学科协`
const most = { rows: 5_000, mebibytes: 2 }

const areas: TriedList = {
  path: 'areas',
  columns: ['code', 'name', 'level', 'parent_code', 'kind', 'flag'],
  // A village of the city's first town that is in no list.
  row: (place, text = '试村') => `320205001${700 + (place % 300)},${text},village,320205001,village,`,
  words: 'B',
  most: { rows: 20_000, mebibytes: 4 },
  twice: { letter: 'A', code: 'AREA_CODE_TWICE' },
  good: { list: listOfCity('6000'), rows: ROWS_OF_CITY },
  collection: 'areas',
}

const units = withGood({
  path: 'units',
  columns: ['name', 'type', 'area', 'also_covers', 'parent', 'mode', 'host', 'from'],
  row: (place, text = `第${place}中学科协`) => `${text},SCHOOL,,,,,,2018-06-11`,
  words: 'A',
  most,
  twice: { letter: 'A', code: 'UNIT_ROW_TWICE' },
  collection: 'units',
})

const covers = withGood({
  path: 'covered-employers',
  columns: ['unit', 'employer', 'credit_code', 'area', 'kind', 'level', 'mode', 'from', 'until', 'reason'],
  row: (place, text = `${place}号企业`) => `试企业科协,${text},,320205001,tech-firm,,,2020-01-01,,`,
  words: 'B',
  most,
  twice: { letter: 'B', code: 'EMPLOYER_COVERED_IN_ROW' },
  collection: 'employers',
})

const conditions = withGood({
  path: 'conditions',
  columns: ['unit', 'kind', 'value', 'from', 'source', 'evidence_title', 'evidence_number'],
  row: (place, text = '三定方案') => `${schoolOf(place)},编制,2,2024-01-01,机构编制文件,${text},`,
  words: 'F',
  most,
  twice: { letter: 'D', code: 'CONDITION_ROW_TWICE' },
  collection: 'conditions',
})

const seats = withGood({
  path: 'seats',
  columns: [
    ...['unit', 'kind', 'body', 'opened', 'term', 'from', 'until'],
    ...['title', 'rank', 'kinds', 'places', 'reserved_head', 'by_post'],
  ],
  row: (place, text = '主席') => `${schoolOf(place)},委员会,,2019-01-01,3,2021-01-01,2026-01-01,${text},主席,任职,1,,`,
  words: 'H',
  most,
  twice: { letter: 'H', code: 'SEAT_ROW_TWICE' },
  collection: 'bodies',
})

/** The five lists; what hangs on units comes after them. */
export const triedLists: readonly TriedList[] = [
  areas,
  { ...units, good: { list: `${units.good.list}试企业科协,ENTERPRISE,320205001,,,JOINT_BY_AREA,,2018-06-11\n`, rows: ROWS + 1 } },
  covers,
  conditions,
  seats,
]

/** Rows below the head of a list, as CSV. */
export function listOf({ columns }: Pick<TriedList, 'columns'>, ...rows: readonly string[]): string {
  return `${[columns.join(), ...rows].join('\n')}\n`
}

function withGood(list: Omit<TriedList, 'good'>): TriedList {
  return { ...list, good: { list: listOf(list, ...Array.from({ length: ROWS }, (_, place) => list.row(place))), rows: ROWS } }
}
