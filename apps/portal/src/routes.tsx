import type { RouteObject } from 'react-router'
import { Frame } from './frame/Frame'
import type { Page } from './frame/pages'
import { INVITATION_PAGE } from './invitations/invitations'
import { SignedIn } from './session/SignedIn'
import { read, write } from './session/verbs'
import { Faulty } from './states/Faulty'
import { Loading } from './states/Loading'
import { NotFoundPage } from './states/NotFoundPage'

/** Every page. One with a `name` stands in the navigation, in this order, for who has the right to it; each is fetched when it is first opened. */
const pages: readonly Page[] = [
  { path: '/', name: 'frame.today', verb: read('figures'), load: async () => (await import('./today/TodayPage')).TodayPage },
  { path: '/network', name: 'frame.network', verb: read('figures'), load: async () => (await import('./network/NetworkPage')).NetworkPage },
  {
    path: '/network/changes',
    verb: read('units'),
    load: async () => (await import('./network-changes/NetworkChangesPage')).NetworkChangesPage,
  },
  {
    path: '/blank-spots',
    name: 'frame.blankSpots',
    verb: read('figures'),
    load: async () => (await import('./blank-spots/BlankSpotsPage')).BlankSpotsPage,
  },
  { path: '/units', name: 'units.name', verb: read('units'), load: async () => (await import('./units/UnitsPage')).UnitsPage },
  { path: '/units/new', load: async () => (await import('./foundings/EstablishUnitPage')).EstablishUnitPage },
  { path: '/units/import', verb: write('units'), load: async () => (await import('./unit-import/ImportUnitsPage')).ImportUnitsPage },
  {
    path: '/units/conditions/import',
    verb: write('conditions'),
    load: async () => (await import('./condition-import/ImportConditionsPage')).ImportConditionsPage,
  },
  { path: '/units/:id', load: async () => (await import('./unit/UnitPage')).UnitPage },
  { path: '/units/:id/employers/cover', load: async () => (await import('./covered-employers/CoverEmployersPage')).CoverEmployersPage },
  { path: '/units/:id/conditions', load: async () => (await import('./conditions/ConditionNotesPage')).ConditionNotesPage },
  { path: '/units/:id/conditions/new', load: async () => (await import('./conditions/NoteConditionPage')).NoteConditionPage },
  {
    path: '/units/:id/conditions/:noteId/papers',
    load: async () => (await import('./conditions/NotePapersPage')).NotePapersPage,
  },
  {
    path: '/units/:id/conditions/:noteId/correct',
    load: async () => (await import('./conditions/CorrectConditionPage')).CorrectConditionPage,
  },
  { path: '/units/:id/seen-by', load: async () => (await import('./explanations/WhoMaySeePage')).WhoMaySeeUnitPage },
  { path: '/units/:id/rename', load: async () => (await import('./renamings/RenameUnitPage')).RenameUnitPage },
  { path: '/units/:id/rename/withdraw', load: async () => (await import('./renamings/WithdrawRenamingPage')).WithdrawRenamingPage },
  { path: '/units/:id/move', load: async () => (await import('./moves/MoveUnitPage')).MoveUnitPage },
  { path: '/units/:id/move/withdraw', load: async () => (await import('./moves/WithdrawMovePage')).WithdrawMovePage },
  { path: '/units/:id/merge', load: async () => (await import('./merges/MergeUnitsPage')).MergeUnitsPage },
  { path: '/units/:id/split', load: async () => (await import('./splits/SplitUnitPage')).SplitUnitPage },
  { path: '/units/:id/dissolve', load: async () => (await import('./dissolutions/DissolveUnitPage')).DissolveUnitPage },
  { path: '/units/:id/revive', load: async () => (await import('./revivals/ReviveUnitPage')).ReviveUnitPage },
  { path: '/units/:id/terms/new', load: async () => (await import('./terms/OpenTermPage')).OpenTermPage },
  { path: '/units/:id/seats/new', load: async () => (await import('./terms/CreateSeatPage')).CreateSeatPage },
  {
    path: '/seats/import',
    verb: write('bodies'),
    load: async () => (await import('./seat-import/ImportSeatsPage')).ImportSeatsPage,
  },
  { path: '/bodies/:id', load: async () => (await import('./body/BodyPage')).BodyPage },
  { path: '/bodies/:id/end', load: async () => (await import('./body/EndBodyPage')).EndBodyPage },
  { path: '/bodies/:id/postpone', load: async () => (await import('./body/PostponeCongressPage')).PostponeCongressPage },
  { path: '/seats/:id/appoint', load: async () => (await import('./appointments/GiveSeatPage')).GiveSeatPage },
  { path: '/appointments/:id/end', load: async () => (await import('./appointments/EndAppointmentPage')).EndAppointmentPage },
  {
    path: '/foundings',
    name: 'foundingDesk.name',
    verb: read('foundings'),
    load: async () => (await import('./founding-desk/FoundingsPage')).FoundingsPage,
  },
  { path: '/foundings/new', load: async () => (await import('./founding-steps/BeginFoundingPage')).BeginFoundingPage },
  { path: '/foundings/:id', load: async () => (await import('./founding/FoundingPage')).FoundingPage },
  { path: '/foundings/:id/members', load: async () => (await import('./founding-steps/AddMembersPage')).AddMembersPage },
  { path: '/foundings/:id/step', load: async () => (await import('./founding-steps/TakeStepPage')).TakeStepPage },
  { path: '/foundings/:id/return', load: async () => (await import('./founding-steps/ReturnPage')).ReturnPage },
  { path: '/foundings/:id/refuse', load: async () => (await import('./founding-steps/RefusePage')).RefusePage },
  { path: '/foundings/:id/end', load: async () => (await import('./founding-steps/EndFoundingPage')).EndFoundingPage },
  { path: '/foundings/:id/papers/:paper', load: async () => (await import('./founding-papers/FoundingPaperPage')).FoundingPaperPage },
  {
    path: '/terms',
    name: 'termClock.name',
    verb: read('bodies'),
    load: async () => (await import('./term-clock/TermClockPage')).TermClockPage,
  },
  { path: '/pilots', name: 'pilots.name', verb: read('units'), load: async () => (await import('./pilots/PilotsPage')).PilotsPage },
  { path: '/pilots/new', load: async () => (await import('./designations/DesignatePilotPage')).DesignatePilotPage },
  { path: '/pilots/:id', load: async () => (await import('./pilot/PilotPage')).PilotPage },
  { path: '/pilots/:id/tasks', load: async () => (await import('./pilot/RecordTaskPage')).RecordTaskPage },
  { path: '/pilots/:id/change', load: async () => (await import('./designations/ChangePilotPage')).ChangePilotPage },
  { path: '/pilots/:id/end', load: async () => (await import('./designations/EndPilotPage')).EndPilotPage },
  {
    path: '/employers',
    name: 'employers.name',
    verb: read('employers'),
    load: async () => (await import('./employers/EmployersPage')).EmployersPage,
  },
  {
    path: '/employers/import',
    verb: write('units'),
    load: async () => (await import('./cover-import/ImportCoversPage')).ImportCoversPage,
  },
  {
    path: '/employers/:id/covers/:coverId/end',
    load: async () => (await import('./covered-employers/EndEmployerCoverPage')).EndEmployerCoverPage,
  },
  { path: '/people', name: 'people.name', verb: read('persons'), load: async () => (await import('./people/PeoplePage')).PeoplePage },
  { path: '/people/new', load: async () => (await import('./registrations/RegisterPersonPage')).RegisterPersonPage },
  { path: '/people/:id', load: async () => (await import('./people/PersonPage')).PersonPage },
  { path: '/people/:id/correct', load: async () => (await import('./registrations/CorrectPersonPage')).CorrectPersonPage },
  { path: '/people/:id/erase', load: async () => (await import('./erasures/ErasePersonPage')).ErasePersonPage },
  { path: '/people/:id/seen-by', load: async () => (await import('./explanations/WhoMaySeePage')).WhoMaySeePersonPage },
  { path: '/my-data/seen-by', load: async () => (await import('./explanations/WhoMaySeePage')).WhoMaySeeMePage },
  { path: '/looks', verb: 'accesses.approve', load: async () => (await import('./accesses/LooksPage')).LooksPage },
  { path: '/my-data', load: async () => (await import('./my-data/MyDataPage')).MyDataPage },
  {
    path: '/activities',
    name: 'activities.name',
    verb: read('activities'),
    load: async () => (await import('./activities/ActivitiesPage')).ActivitiesPage,
  },
  { path: '/activities/new', load: async () => (await import('./recordings/RecordActivityPage')).RecordActivityPage },
  { path: '/activities/:id', load: async () => (await import('./activities/ActivityPage')).ActivityPage },
  { path: '/activities/:id/correct', load: async () => (await import('./recordings/CorrectActivityPage')).CorrectActivityPage },
  { path: '/activities/:id/withdraw', load: async () => (await import('./activities/WithdrawActivityPage')).WithdrawActivityPage },
  { path: '/reports', name: 'reports.name', verb: read('figures'), load: async () => (await import('./reports/ReportsPage')).ReportsPage },
  {
    path: '/accounts',
    name: 'accounts.name',
    verb: read('accounts'),
    load: async () => (await import('./accounts/AccountsPage')).AccountsPage,
  },
  { path: '/accounts/new', load: async () => (await import('./invitations/InviteAccountPage')).InviteAccountPage },
  { path: '/accounts/:id', load: async () => (await import('./accounts/AccountPage')).AccountPage },
  { path: '/accounts/:id/close', load: async () => (await import('./accounts/CloseAccountPage')).CloseAccountPage },
  {
    path: '/accounts/:id/second-factor/remove',
    load: async () => (await import('./second-factor/RemoveSecondFactorPage')).RemoveSecondFactorPage,
  },
  { path: '/accounts/:id/identity/unlink', load: async () => (await import('./identity-provider/UnlinkIdentityPage')).UnlinkIdentityPage },
  { path: '/accounts/:id/grants/new', load: async () => (await import('./grants/GiveGrantPage')).GiveGrantPage },
  { path: '/accounts/:id/grants/:grantId/end', load: async () => (await import('./grants/EndGrantPage')).EndGrantPage },
  { path: '/accounts/:id/proposals/:grantId', load: async () => (await import('./proposals/ProposalPage')).ProposalPage },
  { path: '/accounts/:id/why', load: async () => (await import('./explanations/WhyMayPage')).WhyMayPage },
  { path: '/my-rights', load: async () => (await import('./explanations/WhyMayPage')).WhyMayPage },
  { path: '/my-delegations', load: async () => (await import('./delegations/MyDelegationsPage')).MyDelegationsPage },
  { path: '/my-delegations/new', load: async () => (await import('./delegations/DelegatePage')).DelegatePage },
  { path: '/my-sign-in', load: async () => (await import('./my-sign-in/MySignInPage')).MySignInPage },
  {
    path: '/areas/import',
    name: 'areaImport.name',
    verb: write('areas'),
    load: async () => (await import('./area-import/ImportAreasPage')).ImportAreasPage,
  },
  {
    path: '/areas/proposals',
    name: 'areaProposals.name',
    verb: read('area-proposals'),
    load: async () => (await import('./area-proposals/AreaProposalsPage')).AreaProposalsPage,
  },
  { path: '/areas/proposals/new', load: async () => (await import('./area-proposals/ProposeAreaListPage')).ProposeAreaListPage },
  { path: '/areas/proposals/:id', load: async () => (await import('./area-proposals/AreaProposalPage')).AreaProposalPage },
  { path: '/areas/proposals/:id/correct', load: async () => (await import('./area-proposals/CorrectChangePage')).CorrectChangePage },
  { path: '/areas/proposals/:id/discard', load: async () => (await import('./area-proposals/DiscardProposalPage')).DiscardProposalPage },
  { path: '/audit', name: 'audit.name', verb: read('audit'), load: async () => (await import('./audit/AuditPage')).AuditPage },
  {
    path: '/operation',
    name: 'operation.name',
    verb: read('operation'),
    load: async () => (await import('./operation/OperationPage')).OperationPage,
  },
]

const lazily = ({ path, load }: Page): RouteObject => ({ path, lazy: async () => ({ Component: await load() }) })

/** The addresses of the portal. */
export const routes: RouteObject[] = [
  {
    errorElement: <Faulty />,
    hydrateFallbackElement: <Loading />,
    children: [
      lazily({ path: '/sign-in', load: async () => (await import('./sign-in/SignInPage')).SignInPage }),
      lazily({ path: '/sign-in/provider/return', load: async () => (await import('./identity-provider/ReturnPage')).ReturnPage }),
      lazily({ path: INVITATION_PAGE, load: async () => (await import('./invitations/InvitationPage')).InvitationPage }),
      lazily({ path: '/password', load: async () => (await import('./sign-in/PasswordPage')).PasswordPage }),
      lazily({ path: '/second-factor', load: async () => (await import('./second-factor/SecondFactorPage')).SecondFactorPage }),
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
