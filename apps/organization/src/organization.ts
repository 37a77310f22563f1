import { auditsKeptBy } from '@sizhang/contracts'
import type { ServiceDeclaration } from '@sizhang/service-kit'
import areaProposals from './area-proposals/proposals.graphql'
import { AreaProposalsModule } from './area-proposals/area-proposals.module'
import areaSuccession from './area-succession/succession.graphql'
import { SuccessionModule } from './area-succession/succession.module'
import areas from './areas/areas.graphql'
import { AreasModule } from './areas/areas.module'
import bodies from './bodies/bodies.graphql'
import { BodiesModule } from './bodies/bodies.module'
import conditionImport from './condition-import/condition-import.graphql'
import { ConditionImportModule } from './condition-import/condition-import.module'
import conditions from './conditions/conditions.graphql'
import { ConditionsModule } from './conditions/conditions.module'
import { settings } from './config'
import coverImport from './cover-import/cover-import.graphql'
import { CoverImportModule } from './cover-import/cover-import.module'
import coveredEmployers from './covered-employers/covered-employers.graphql'
import { CoveredEmployersModule } from './covered-employers/covered-employers.module'
import employers from './employers/employers.graphql'
import { EmployersModule } from './employers/employers.module'
import foundingSteps from './foundings/founding-steps.graphql'
import foundings from './foundings/foundings.graphql'
import { FoundingsModule } from './foundings/foundings.module'
import merges from './merges/merges.graphql'
import { MergesModule } from './merges/merges.module'
import moves from './moves/moves.graphql'
import { MovesModule } from './moves/moves.module'
import { migrations } from './migrations'
import pilots from './pilots/pilots.graphql'
import { PilotsModule } from './pilots/pilots.module'
import renamings from './renamings/renamings.graphql'
import { RenamingsModule } from './renamings/renamings.module'
import revivals from './revivals/revivals.graphql'
import { RevivalsModule } from './revivals/revivals.module'
import seatImport from './seat-import/seat-import.graphql'
import { SeatImportModule } from './seat-import/seat-import.module'
import splits from './splits/splits.graphql'
import { SplitsModule } from './splits/splits.module'
import terms from './terms/terms.graphql'
import { TermsModule } from './terms/terms.module'
import unitImport from './unit-import/unit-import.graphql'
import { UnitImportModule } from './unit-import/unit-import.module'
import unitChanges from './unit-changes/unit-changes.graphql'
import { UnitChangesModule } from './unit-changes/unit-changes.module'
import units from './units/units.graphql'
import { UnitsModule } from './units/units.module'

/** The service organization: the network of areas, units, bodies, terms and seats, the pilots among them, how units are founded, and the employers it draws on and covers. */
export function organization(environment: NodeJS.ProcessEnv): ServiceDeclaration {
  return {
    service: 'organization',
    settings: settings(environment),
    migrations,
    graph: [
      areas,
      areaSuccession,
      areaProposals,
      employers,
      units,
      renamings,
      moves,
      merges,
      splits,
      revivals,
      unitChanges,
      unitImport,
      coveredEmployers,
      coverImport,
      conditions,
      conditionImport,
      bodies,
      terms,
      seatImport,
      foundings,
      foundingSteps,
      pilots,
    ],
    features: [
      AreasModule,
      SuccessionModule,
      AreaProposalsModule,
      EmployersModule,
      UnitsModule,
      RenamingsModule,
      MovesModule,
      MergesModule,
      SplitsModule,
      RevivalsModule,
      UnitChangesModule,
      UnitImportModule,
      CoveredEmployersModule,
      CoverImportModule,
      ConditionsModule,
      ConditionImportModule,
      BodiesModule,
      FoundingsModule,
      TermsModule,
      SeatImportModule,
      PilotsModule,
    ],
    keepsAuditOf: auditsKeptBy('organization'),
  }
}
