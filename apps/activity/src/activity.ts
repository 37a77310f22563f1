import type { ServiceDeclaration } from '@sizhang/service-kit'
import activities from './activities/activities.graphql'
import { ActivitiesModule } from './activities/activities.module'
import { settings } from './config'
import departments from './departments/departments.graphql'
import { DepartmentsModule } from './departments/departments.module'

/** The service activity: what the network does for people, by the departments' packs. */
export function activity(environment: NodeJS.ProcessEnv): ServiceDeclaration {
  return {
    service: 'activity',
    settings: settings(environment),
    migrations: [],
    graph: [departments, activities],
    features: [DepartmentsModule, ActivitiesModule],
  }
}
