import type { Trial } from '../trial'
import { comingsAndGoings } from './comings-and-goings'
import { deliveries } from './deliveries'
import { badFiles } from './files/bad-files'
import { gate } from './rights/gate'
import { instants } from './instants'
import { kills } from './kills'
import { network } from './network/crossing-changes'
import { midnightTrials } from './rights/midnight'
import { outages } from './outages'
import { rivals } from './rivals'
import { spreadsheets } from './files/spreadsheets'
import { stolenKeys } from './rights/stolen-keys'
import { strangeQuestionsTrials } from './rights/strange-questions'
import { tampering } from './rights/tampering'

/** All trials, by number. */
export const trials: readonly Trial[] = [
  ...kills,
  ...instants,
  ...comingsAndGoings,
  ...outages,
  ...deliveries,
  ...rivals,
  ...network,
  ...badFiles,
  ...gate,
  ...midnightTrials,
  ...spreadsheets,
  ...stolenKeys,
  ...strangeQuestionsTrials,
  ...tampering,
].sort((one, other) => one.number - other.number)
