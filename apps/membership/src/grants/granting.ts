import { Injectable } from '@nestjs/common'
import { Calendar, type Caller } from '@sizhang/service-kit'
import { AccountsStore } from '../accounts/accounts.store'
import { KnownPlacesStore } from '../accounts/known-places.store'
import { isReopened } from '../credentials/openings.domain'
import { FourEyes, type Alone } from './four-eyes'
import type { GiveGrant, Giving, GrantSurroundings } from './grants.domain'

/** Under what name a command is written down: as usual, or so that the audit tells that nobody could confirm it. */
interface Names {
  usually: string
  alone: string
}

/** What the giving of grants has to know of others. */
@Injectable()
export class Granting {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly places: KnownPlacesStore,
    private readonly fourEyes: FourEyes,
    private readonly calendar: Calendar,
  ) {}

  giving({ accountId, grants }: Caller): Giving {
    return { giver: { accountId, grants }, today: this.calendar.today() }
  }

  /** The areas of what is named; null: it is not known here. */
  path({ areaCode, unitId }: Pick<GiveGrant, 'areaCode' | 'unitId'>): Promise<GrantSurroundings['path']> {
    return this.places.path(unitId ?? areaCode)
  }

  /** What a grant is decided by, and the name of the command. */
  async of(
    caller: Caller,
    grantId: string,
    grant: GiveGrant,
    names: Names,
  ): Promise<{ surroundings: GrantSurroundings; name: string; alone: Alone | null }> {
    const alone = await this.fourEyes.alone(caller.accountId, grant.role, grantId)
    const [now, giver] = [this.calendar.now(), await this.accounts.ofSession(caller.accountId)]
    const standing = { alone: alone !== null, isReopened: giver !== null && isReopened(giver, now) }
    const surroundings = { ...this.giving(caller), path: await this.path(grant), now, ...standing }
    return { surroundings, name: alone === 'NOBODY_ELSE' ? names.alone : names.usually, alone }
  }
}
