import type { RouteObject } from 'react-router'
import { Frame } from './frame/Frame'
import type { Page } from './frame/pages'
import { SignedIn } from './session/SignedIn'
import { Faulty } from './states/Faulty'
import { Loading } from './states/Loading'
import { NotFoundPage } from './states/NotFoundPage'

/** Every page. One with a `name` stands in the navigation, in this order; each is fetched when it is first opened. */
const pages: readonly Page[] = [
  { path: '/', name: 'frame.today', load: async () => (await import('./today/TodayPage')).TodayPage },
  { path: '/network', name: 'frame.network', load: async () => (await import('./network/NetworkPage')).NetworkPage },
  { path: '/blank-spots', name: 'frame.blankSpots', load: async () => (await import('./blank-spots/BlankSpotsPage')).BlankSpotsPage },
  { path: '/units', name: 'units.name', load: async () => (await import('./units/UnitsPage')).UnitsPage },
  { path: '/units/new', load: async () => (await import('./foundings/EstablishUnitPage')).EstablishUnitPage },
  { path: '/units/:id', load: async () => (await import('./unit/UnitPage')).UnitPage },
  { path: '/units/:id/dissolve', load: async () => (await import('./dissolutions/DissolveUnitPage')).DissolveUnitPage },
  { path: '/units/:id/terms/new', load: async () => (await import('./terms/OpenTermPage')).OpenTermPage },
  { path: '/units/:id/seats/new', load: async () => (await import('./terms/CreateSeatPage')).CreateSeatPage },
  { path: '/seats/:id/appoint', load: async () => (await import('./appointments/GiveSeatPage')).GiveSeatPage },
  { path: '/appointments/:id/end', load: async () => (await import('./appointments/EndAppointmentPage')).EndAppointmentPage },
  { path: '/people', name: 'people.name', load: async () => (await import('./people/PeoplePage')).PeoplePage },
  { path: '/people/new', load: async () => (await import('./registrations/RegisterPersonPage')).RegisterPersonPage },
  { path: '/people/:id', load: async () => (await import('./people/PersonPage')).PersonPage },
  { path: '/people/:id/correct', load: async () => (await import('./registrations/CorrectPersonPage')).CorrectPersonPage },
  { path: '/activities', name: 'activities.name', load: async () => (await import('./activities/ActivitiesPage')).ActivitiesPage },
  { path: '/activities/new', load: async () => (await import('./recordings/RecordActivityPage')).RecordActivityPage },
  { path: '/activities/:id', load: async () => (await import('./activities/ActivityPage')).ActivityPage },
  { path: '/activities/:id/correct', load: async () => (await import('./recordings/CorrectActivityPage')).CorrectActivityPage },
  { path: '/activities/:id/withdraw', load: async () => (await import('./activities/WithdrawActivityPage')).WithdrawActivityPage },
  { path: '/reports', name: 'reports.name', load: async () => (await import('./reports/ReportsPage')).ReportsPage },
  { path: '/operation', name: 'operation.name', load: async () => (await import('./operation/OperationPage')).OperationPage },
]

const lazily = ({ path, load }: Page): RouteObject => ({ path, lazy: async () => ({ Component: await load() }) })

/** The addresses of the portal. */
export const routes: RouteObject[] = [
  {
    errorElement: <Faulty />,
    hydrateFallbackElement: <Loading />,
    children: [
      lazily({ path: '/sign-in', load: async () => (await import('./sign-in/SignInPage')).SignInPage }),
      lazily({ path: '/password', load: async () => (await import('./sign-in/PasswordPage')).PasswordPage }),
      {
        element: (
          <SignedIn>
            <Frame pages={pages} />
          </SignedIn>
        ),
        children: [{ errorElement: <Faulty />, children: [...pages.map(lazily), { path: '*', element: <NotFoundPage /> }] }],
      },
    ],
  },
]
