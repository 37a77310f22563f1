import { Injectable } from '@nestjs/common'
import { type Caller, type Written } from '@sizhang/service-kit'
import { AreasStore } from '../areas/areas.store'
import type { EstablishUnitInput } from '../graph.generated'
import { Holds } from '../holds/holds.store'
import { inHeaps } from '../list-import/in-heaps'
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

  /**
   * Establishes units, while those that they come under are held; each may stand under one before it. Each is a command by itself: what was
   * established stays when another one is refused.
   * @param commands one at least
   * @param done is told of each as it is kept
   */
  async establish(
    caller: Caller,
    name: string,
    commands: readonly [Establishment, ...Establishment[]],
    done: (written: Written<Unit>) => void,
  ): Promise<void> {
    const ours = commands.map(({ commandId }) => commandId)
    const above = commands.flatMap(({ input }) => input.parentId ?? [])
    const known = await this.units.named(caller, above)
    const shared = above.filter((id) => known.has(id) || ours.includes(id))
    await this.holds.during(
      ours[0] ?? '',
      async () => ({ shared }),
      async () => {
        const { of, add } = await this.surroundings(caller, commands)
        const establish = async ({ commandId, input }: Establishment) => {
          const surroundings = of(input)
          const further = [...surroundings.areas].filter(([code]) => code !== input.areaCode)
          this.units.checkMayCover(
            caller,
            further.map(([code, { path }]) => ({ code, path })),
          )
          const written = await this.units.establish(caller, { commandId, name, input }, (unitId) =>
            establishUnit({ ...input, unitId }, surroundings),
          )
          add(written)
          done(written)
        }
        const order = {
          makes: ({ commandId }: Establishment) => commandId,
          needs: ({ input: { parentId, hostId } }: Establishment) => [parentId, hostId],
        }
        await inHeaps(commands, order, establish)
      },
    )
  }

  /** What the decisions have to know of others; units that were established meanwhile are added. */
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
    return { of, add: ({ id, state }: Written<Unit>) => units.set(id, state) }
  }
}

function codesOf({ areaCode, alsoCovers }: EstablishUnitInput): string[] {
  return [...(areaCode ? [areaCode] : []), ...(alsoCovers ?? [])]
}
