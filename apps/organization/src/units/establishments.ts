import { Injectable } from '@nestjs/common'
import type { Caller, Written } from '@sizhang/service-kit'
import type { Decision } from '@sizhang/service-kit/rules'
import { AreasStore } from '../areas/areas.store'
import type { EstablishUnitInput } from '../graph.generated'
import { Holds } from '../holds/holds.store'
import { establishUnit, type Unit, type UnitSurroundings } from './units.domain'
import { UnitsStore } from './units.store'

/** A unit to be established; its id is the command's. */
export interface Establishment {
  commandId: string
  input: EstablishUnitInput
}

/** Establishes units: one by the mutation, many by an import. */
@Injectable()
export class Establishments {
  constructor(
    private readonly units: UnitsStore,
    private readonly areas: AreasStore,
    private readonly holds: Holds,
  ) {}

  /** Establishes a unit, while the one that it comes under is held. The same command again is answered as before. */
  establishOne(caller: Caller, name: string, { commandId, input }: Establishment): Promise<Written<Unit>> {
    return this.whileHeld(caller, [{ commandId, input }], (decide) =>
      this.units.establish(caller, { commandId, name, input }, () => decide({ commandId, input })),
    )
  }

  /**
   * Establishes units, while those that they come under are held; each may stand under one before it. Each is a command by itself: what was
   * decided before another one is refused is established.
   * @param commands so few as may be held at once
   * @param done is told of each as it is kept
   */
  async establishAll(
    caller: Caller,
    name: string,
    commands: readonly Establishment[],
    done: (written: Written<Unit>) => void,
  ): Promise<void> {
    await this.whileHeld(caller, commands, async (decide) => {
      const { made, failure } = untilFailure(commands, (each) => ({ command: { ...each, name }, decision: decide(each) }))
      for (const written of await this.units.establishEach(caller, made)) done(written)
      if (failure) throw failure.reason
    })
  }

  private async whileHeld<Answer>(
    caller: Caller,
    commands: readonly Establishment[],
    work: (decide: (command: Establishment) => Decision<Unit>) => Promise<Answer>,
  ): Promise<Answer> {
    const ours = commands.map(({ commandId }) => commandId)
    const above = commands.flatMap(({ input }) => input.parentId ?? [])
    const known = await this.units.named(caller, above)
    const shared = above.filter((id) => known.has(id) || ours.includes(id))
    return this.holds.during(
      ours[0] ?? '',
      async () => ({ shared }),
      async () => {
        const { of, add } = await this.surroundings(caller, commands)
        return work(({ commandId, input }) => {
          const surroundings = of(input)
          const further = [...surroundings.areas].filter(([code]) => code !== input.areaCode)
          this.units.checkMayCover(
            caller,
            further.map(([code, { path }]) => ({ code, path })),
          )
          const decision = establishUnit({ ...input, unitId: commandId }, surroundings)
          add(commandId, decision.state)
          return decision
        })
      },
    )
  }

  /** What the decisions have to know of others; units that are decided meanwhile are added. */
  private async surroundings(caller: Caller, commands: readonly Establishment[]) {
    const inputs = commands.map(({ input }) => input)
    const ids = inputs.flatMap(({ parentId, hostId }) => [parentId ?? [], hostId ?? []].flat())
    const placing = await this.areas.placing(caller, inputs.flatMap(codesOf))
    const units = new Map<string, Unit>(await this.units.named(caller, ids))
    const of = (input: EstablishUnitInput): UnitSurroundings => ({
      areas: new Map(
        codesOf(input)
          .flatMap((code) => placing(code, input.from) ?? [])
          .map((area) => [area.code, area]),
      ),
      parent: units.get(input.parentId ?? '') ?? null,
      host: units.get(input.hostId ?? '') ?? null,
    })
    return { of, add: (id: string, unit: Unit) => units.set(id, unit) }
  }
}

function codesOf({ areaCode, alsoCovers }: EstablishUnitInput): string[] {
  return [...(areaCode ? [areaCode] : []), ...(alsoCovers ?? [])]
}

/** What is made of each in order, up to the first of which it cannot be made. */
function untilFailure<Item, Made>(items: readonly Item[], make: (item: Item) => Made): { made: Made[]; failure?: { reason: unknown } } {
  const made: Made[] = []
  try {
    for (const item of items) made.push(make(item))
    return { made }
  } catch (reason) {
    return { made, failure: { reason } }
  }
}
