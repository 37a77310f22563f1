import type { Row } from '../row'
import { areaImport } from './files/area-import'
import { listExport } from './files/list-export'
import { commands } from './graph/commands'
import { databaseCalls } from './graph/database-calls'
import { gateways } from './graph/gateways'
import { list } from './graph/list'
import { pointRead } from './graph/point-read'
import { moreInstances } from './messaging/more-instances'
import { projection } from './messaging/projection'
import { rebuild } from './messaging/rebuild'
import { relayPublish } from './messaging/relay-publish'
import { visible } from './messaging/visible'
import { atRest } from './running/at-rest'
import { start } from './running/start'
import { move } from './size/move'
import { tree } from './size/tree'

/** The rows that are measured, in the order of their numbers. */
export const rows: readonly Row[] = [
  list,
  gateways,
  pointRead,
  commands,
  relayPublish,
  projection,
  visible,
  areaImport,
  listExport,
  tree,
  move,
  moreInstances,
  rebuild,
  databaseCalls,
  atRest,
  start,
]
