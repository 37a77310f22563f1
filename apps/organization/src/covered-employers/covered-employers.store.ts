import { Injectable } from '@nestjs/common'
import type { LocalDate } from '@sizhang/contracts'
import { inOrder, Rejected, type Caller, type Command, type Stored, type Written } from '@sizhang/service-kit'
import { v5 as uuidv5 } from 'uuid'
import type { Employer } from '../employers/employers.domain'
import { EmployersStore } from '../employers/employers.store'
import type { Unit } from '../units/units.domain'
import { coverEmployer, eachOnce, type CoverEmployer } from './covered-employers.domain'

/** Which employers a unit is to cover. */
export interface CoverEmployers {
  unitId: string
  employerIds: readonly string[]
  from: LocalDate
}

/** Covers of several employers at once; each is a change of its employer. */
@Injectable()
export class CoveredEmployers {
  constructor(private readonly employers: EmployersStore) {}

  /**
   * Lets a unit cover employers. All are checked first, so that a fault in one leaves nothing of the others; where somebody else covers one
   * in that very moment, those before it are covered, and the same command without it covers the rest.
   */
  async cover(caller: Caller, command: Command, { unitId, employerIds, from }: CoverEmployers, unit: Unit): Promise<Written<Employer>[]> {
    const ids = eachOnce(employerIds)
    const found = await this.employers.findMany(caller, ids)
    this.employers.checkMayChange(caller, found)
    const employers = inOrder<Stored<Employer>>(ids, found, ({ _id }) => _id)
    const covers = ids.map((employerId, place): CoverEmployer => {
      const employer = employers[place]
      if (!employer) throw new Rejected('EMPLOYER_UNKNOWN', { field: 'employerIds', value: employerId })
      const cover = { coverId: uuidv5(command.commandId.toLowerCase(), employerId), employerId, unitId, from }
      const repeated = employer.covers?.some(({ id }) => id === cover.coverId)
      if (!repeated) coverEmployer(employer, cover, unit)
      return cover
    })
    const written: Written<Employer>[] = []
    for (const cover of covers)
      written.push(await this.employers.change(cover.employerId, caller, command, (employer) => coverEmployer(employer, cover, unit)))
    return written
  }
}
