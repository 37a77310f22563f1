import type { Row } from '../row'
import { commands } from './commands'
import { pointRead } from './point-read'
import { projection } from './projection'
import { relayPublish } from './relay-publish'

/** The rows that are measured, in the order of their numbers. */
export const rows: readonly Row[] = [pointRead, commands, relayPublish, projection]
