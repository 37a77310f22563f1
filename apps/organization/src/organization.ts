import type { ServiceDeclaration } from '@sizhang/service-kit'
import areas from './areas/areas.graphql'
import { AreasModule } from './areas/areas.module'
import bodies from './bodies/bodies.graphql'
import { BodiesModule } from './bodies/bodies.module'
import { settings } from './config'
import employers from './employers/employers.graphql'
import { EmployersModule } from './employers/employers.module'
import units from './units/units.graphql'
import { UnitsModule } from './units/units.module'

/** The service organization: the network of areas, units, bodies, terms and seats, and the employers it draws on. */
export function organization(environment: NodeJS.ProcessEnv): ServiceDeclaration {
  return {
    service: 'organization',
    settings: settings(environment),
    migrations: [],
    graph: [areas, employers, units, bodies],
    features: [AreasModule, EmployersModule, UnitsModule, BodiesModule],
  }
}
