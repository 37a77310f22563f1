import { Injectable } from '@nestjs/common'
import { Rejected, type Caller } from '@sizhang/service-kit'
import { v5 as uuidv5 } from 'uuid'
import { bodyUnitOf, type Body } from '../bodies/bodies.domain'
import { BodiesStore } from '../bodies/bodies.store'
import { inHeaps } from '../list-import/in-heaps'
import { UnitsStore } from '../units/units.store'
import { sameNamed } from './named-bodies.domain'
import type { FreshSeat } from './seat-list.domain'
import { SeatsKnownByFile } from './seats-known'
import { hasSeat, takeSeats, type AskedSeat } from './taken-seats.domain'

/** As the audit names each command of an import. */
const NAME = 'importSeats'

/** The seats of one body. */
interface OfBody {
  unit: string
  first: AskedSeat
  asked: [AskedSeat, ...AskedSeat[]]
  seats: FreshSeat[]
}
const ORDER = { makes: ({ first }: OfBody) => first.bodyId, needs: ({ first }: OfBody) => [first.bodyId] }

/** Keeps the seats of a file: those of one body, with its terms, by one command. */
@Injectable()
export class SeatsKept {
  constructor(
    private readonly bodies: BodiesStore,
    private readonly units: UnitsStore,
    private readonly known: SeatsKnownByFile,
  ) {}

  /** By the units and bodies as they are now, which is later than the check. */
  async keep(caller: Caller, seats: readonly FreshSeat[], kept: (seat: FreshSeat) => void): Promise<void> {
    const unitIds = seats.map(({ asked }) => asked.unitId)
    const units = await this.units.named(caller, unitIds)
    const bodies = await this.bodies.ofUnits(caller, [...new Set(unitIds)])
    const surroundings = this.known.surroundings(caller)
    await inHeaps(byBody(seats), ORDER, async ({ unit: written, first, asked, seats: together }) => {
      const { bodyId, unitId } = first
      const unit = units.get(unitId)
      if (!unit) throw new Rejected('UNIT_UNKNOWN', { field: 'unit', value: written })
      const decide = (body: Body | null) => takeSeats(body, asked, bodyUnitOf(unit), surroundings)
      const there = bodies.find(({ _id }) => _id === bodyId) ?? (await this.open(caller, first, bodies, decide))
      const missing = asked.filter((each) => !hasSeat(there, each))
      if (missing.length > 0) {
        const input = { bodyId, seats: missing.map(({ term, seat }) => ({ term, seat })) }
        const commandId = uuidv5(JSON.stringify(input.seats), bodyId)
        await this.bodies.change(bodyId, caller, { commandId, name: NAME, input }, decide)
      }
      together.forEach(kept)
    })
  }

  /** The command has the id of the body: of two who open it at once the second is answered what the first one made, and adds what is missing. */
  private async open(
    caller: Caller,
    { bodyId, unitId, kind, name, opened }: AskedSeat,
    bodies: readonly Body[],
    decide: (body: null) => ReturnType<typeof takeSeats>,
  ): Promise<Body> {
    const ofKind = bodies.filter((body) => body.unitId === unitId && body.kind === kind)
    const named = sameNamed(
      ofKind.map((body) => ({ body })),
      name,
    )
    const command = { commandId: bodyId, name: NAME, input: { unitId, kind, name } }
    const body = named[0]?.body ?? (await this.bodies.open(caller, command, () => decide(null))).state
    if (named.length === 0 && body.from === opened) return body
    throw new Rejected('BODY_OPENED_OTHERWISE', { field: 'opened', value: opened, registered: body.from })
  }
}

function byBody(seats: readonly FreshSeat[]): OfBody[] {
  const bodies = new Map<string, OfBody>()
  for (const seat of seats) {
    const { unit, asked } = seat
    const known = bodies.get(asked.bodyId)
    if (known) {
      known.asked.push(asked)
      known.seats.push(seat)
    } else bodies.set(asked.bodyId, { unit, first: asked, asked: [asked], seats: [seat] })
  }
  return [...bodies.values()]
}
