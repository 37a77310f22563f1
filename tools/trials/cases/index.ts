import type { Trial } from '../trial'
import { comingsAndGoings } from './comings-and-goings'
import { deliveries } from './deliveries'
import { instants } from './instants'
import { kills } from './kills'
import { outages } from './outages'
import { rivals } from './rivals'

/** All trials, by number. */
export const trials: readonly Trial[] = [...kills, ...instants, ...comingsAndGoings, ...outages, ...deliveries, ...rivals].sort(
  (one, other) => one.number - other.number,
)
