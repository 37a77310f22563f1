import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AUDIT, type AuditLink } from '@sizhang/service-kit'
import { csvHead, csvLines } from '@sizhang/service-kit/files'
import { parse } from 'csv-parse/sync'
import { GraphClient } from '../../../demo/graph-client'
import { driverOf } from '../../../exact/databases'
import { exportAudit } from '../../../ops/audit/search'
import { opsSettings } from '../../../ops/settings'
import { inDatabases } from '../../measures/databases'
import type { Rig } from '../../rig/rig'
import type { Trial } from '../../trial'
import { upload } from './upload'

const COLUMNS = ['code', 'name', 'level', 'parent_code', 'kind', 'flag']
const TOWN = '320205001'
/** Codes of villages that the city's list leaves free, from here on. */
const FREE = 600
const NAMES_A_FAULT = 20

const BEFORE = ['', '', '', "'", "''"]
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠']
const BEHIND = ['1+1', '86', 'SUM(A1:A9)', 'HYPERLINK("http://x.example","东")', "cmd|' /C calc'!A0", '村', '"引",村']
/** Texts that a spreadsheet would show as another number or as a day, and some that it leaves alone. */
const OTHERS = ['3-1', '1E5', '007', '2026-06-30', '320205199001010000', '1,000', '东亭村', "'村", '"村"', 'a;=1', '3号村']

/** What a spreadsheet would work out, or show as another value than the file has. */
function mistaken(cell: string): boolean {
  return (
    /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/.test(cell) ||
    /^[\t\r\n]/.test(cell) ||
    (/^[\d.,:/eE+-]{2,}$/.test(cell) && String(Number(cell)) !== cell)
  )
}

/** Names that break spreadsheets go in, come out, and go in again: each cell is a text on the way, and each value the same at the end. */
async function thereAndBack(rig: Rig): Promise<string[]> {
  for (let fault = 0; fault < rig.options.faults; fault++) {
    const names = Array.from({ length: NAMES_A_FAULT }, () => nameOf(rig))
    const findings = [...(await throughTheList(rig, names, FREE + fault * NAMES_A_FAULT)), ...(await throughTheAudit(rig, names))]
    if (findings.length > 0) return findings
  }
  return []
}

function nameOf({ chance }: Rig): string {
  return chance.happens(0.3) ? chance.one(OTHERS) : chance.one(BEFORE) + chance.one(SIGNS) + chance.one(BEHIND)
}

async function throughTheList(rig: Rig, names: readonly string[], free: number): Promise<string[]> {
  const rows = names.map((name, place) => [`${TOWN}${free + place}`, name, 'village', TOWN, 'village', ''])
  const first = await upload(rig, 'areas', csvHead(COLUMNS) + csvLines(rows))
  if (first.status !== 201) return [`the list was not taken: ${first.status} ${first.text}`]
  const address = `${rig.gateway}/files/organization/areas?within=${TOWN}`
  const out = await (await fetch(address, { headers: { authorization: await rig.authorization() } })).text()
  const again = await upload(rig, 'areas', out)
  const { established, unchanged, read } = JSON.parse(again.text) as Record<string, number>
  const findings = mistakenIn('the list', out)
  if (again.status !== 201 || established !== 0 || unchanged !== read) findings.push(`the list given back: ${again.status} ${again.text}`)
  return [...findings, ...(await keptOtherwise(rig, rows))]
}

async function keptOtherwise(rig: Rig, rows: readonly string[][]): Promise<string[]> {
  const asked = rows.map(([code], place) => `a${place}: area(code: "${code}") { name }`).join(' ')
  const areas = await new GraphClient(rig.gateway, rig.authorization).ask<Record<string, { name: string } | null>>(`{ ${asked} }`)
  return rows.flatMap(([, name], place) => {
    const kept = areas[`a${place}`]?.name
    return kept === name ? [] : [`${JSON.stringify(name)} is kept as ${JSON.stringify(kept)}`]
  })
}

/** Entries are planted, and put back afterwards: what an audit holds is seldom chosen by whom it is about. */
async function throughTheAudit(rig: Rig, names: readonly string[]): Promise<string[]> {
  const { brokers, mongoUri, topicPrefix = '', databasePrefix = '', home } = rig.settings
  const file = join(home, 'audit.csv')
  return inDatabases(rig, async ({ organization }) => {
    const links = driverOf(organization).collection<AuditLink>(AUDIT)
    const before = await links.find({}, { limit: names.length }).toArray()
    for (const [place, { _id }] of before.entries()) await links.updateOne({ _id }, { $set: { record: names[place] ?? null } })
    const settings = opsSettings({
      KAFKA_BROKERS: brokers,
      MONGODB_URI: mongoUri,
      TOPIC_PREFIX: topicPrefix,
      DATABASE_PREFIX: databasePrefix,
    })
    await exportAudit(settings, ['--service', 'organization', '--to', file], () => undefined)
    for (const { _id, record } of before) await links.updateOne({ _id }, { $set: { record } })
    const out = await readFile(file, 'utf8')
    await rm(file)
    return mistakenIn('the audit', out)
  })
}

function mistakenIn(what: string, csv: string): string[] {
  const rows = parse(csv, { bom: true }) as string[][]
  return rows
    .flatMap((cells) => cells.filter(mistaken))
    .map((cell) => `${what} has the cell ${JSON.stringify(cell)}, no text to a spreadsheet`)
}

export const spreadsheets: Trial[] = [
  {
    number: 28,
    name: '表格软件里的单元格 cells in a spreadsheet',
    passes: 'lists and audit as files: each cell is a text to a spreadsheet, and the file given back restores each value',
    faultsARun: 20,
    control: {
      without: 'the mark that makes a cell a text',
      patches: [
        { file: 'libs/service-kit/src/files/cells.ts', find: "return MISTAKEN.test(value) ? `'${value}` : value", put: 'return value' },
      ],
      apps: ['organization'],
    },
    run: thereAndBack,
  },
]
