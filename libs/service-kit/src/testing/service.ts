import { randomBytes } from 'node:crypto'
import { Injectable, Module, type Type } from '@nestjs/common'
import { UnitDissolved, UnitEstablished } from '@sizhang/contracts'
import { exportJWK, generateKeyPair } from 'jose'
import { Schema } from 'mongoose'
import type { Caller } from '../caller/caller'
import type { Migration } from '../migrations/migration'
import { startService, type RunningService } from '../operation/service'
import { readSettings, serviceSettings } from '../settings/settings'
import { decided, Rejected, type Decision } from '../rules'
import { AggregateStore } from '../store/aggregate-store'
import { StoreParts, type Written } from '../store/store-parts'
import type { Command } from '../store/command'

/** A unit as small as can be: a name that is unique, and whether it ended. */
export interface SmallUnit {
  name: string
  until?: string
}

const schema = new Schema({ _id: { type: String, required: true }, name: { type: String, required: true } })
schema.index({ name: 1 }, { unique: true, name: 'name' })

/** Establishes a small unit. */
export function establish(unitId: string, name: string): Decision<SmallUnit> {
  const place = { area: null, path: [], covers: [], parentId: null, mode: 'OWN', hostId: null } as const
  const fact = { unitId, unitType: 'SOCIETY', serves: null, ...place, path: [...place.path], covers: [...place.covers], from: '2018-06-11' }
  return decided({ name }, UnitEstablished.of(fact))
}

/** Ends a small unit, once. */
export function dissolve(unitId: string, unit: SmallUnit): Decision<SmallUnit> {
  if (unit.until) throw new Rejected('UNIT_DISSOLVED_ALREADY')
  const fact = UnitDissolved.of({ unitId, unitType: 'SOCIETY', area: null, path: [], on: '2025-01-01' })
  return decided({ ...unit, until: '2025-01-01' }, fact)
}

/** Small units, on the topic of the real ones. */
@Injectable()
export class SmallUnits extends AggregateStore<SmallUnit> {
  constructor(parts: StoreParts) {
    super(parts, {
      name: 'units',
      place: null,
      topic: 'organization.units',
      schema,
      unique: { name: { code: 'CREDIT_CODE_TAKEN', field: 'name' } },
    })
  }

  /** Establishes many under one command. */
  establishAll(caller: Caller, command: Command, units: readonly { id: string; name: string }[]): Promise<number> {
    return this.createMany(caller, command, units, ({ id, name }) => ({ id, decision: establish(id, name) }))
  }

  /** Establishes some, each by a command of its own. */
  establishEach(caller: Caller, units: readonly { id: string; name: string }[]): Promise<Written<SmallUnit>[]> {
    return this.createEach(
      caller,
      units.map(({ id, name }) => ({ command: { commandId: id, name: 'establishUnit', input: { name } }, decision: establish(id, name) })),
    )
  }
}

@Module({ providers: [SmallUnits] })
class SmallUnitsModule {}

const GRAPH = /* GraphQL */ `
  type Thing @key(fields: "id") {
    id: ID!
  }
  extend type Query {
    thing: Thing @right(to: "signed-in")
  }
`

/** Starts a service of small units, with further features and migrations of the test's own. */
export async function startSmallService(
  environment: Record<string, string>,
  features: Type[] = [],
  migrations: Migration[] = [],
): Promise<RunningService> {
  const { publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
  const settings = readSettings(serviceSettings, {
    PORT: '4009',
    LOG_LEVEL: 'fatal',
    CALLER_KEYS: JSON.stringify({ keys: [await exportJWK(publicKey)] }),
    CURSOR_KEY: randomBytes(32).toString('base64'),
    ...environment,
  })
  return startService({
    service: 'organization',
    settings: { ...settings, PORT: 0 },
    migrations,
    graph: [GRAPH],
    features: [SmallUnitsModule, ...features],
  })
}

/** The status of a route. */
export async function statusOf({ url }: RunningService, route: string): Promise<number> {
  return (await fetch(url + route)).status
}
