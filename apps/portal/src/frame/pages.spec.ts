import type { Page } from './pages'
import { namedPages } from './pages'

const load = () => Promise.resolve(() => null)

test('the navigation leaves out what the account may not see, and pages without a name', () => {
  const pages: Page[] = [
    { path: '/figures', name: 'figures', verb: 'figures.read', load },
    { path: '/units', name: 'units', verb: 'units.read', load },
    { path: '/units/new', load },
    { path: '/help', name: 'help', load },
  ]
  expect(namedPages(pages, (verb) => verb === 'units.read').map(({ path }) => path)).toEqual(['/units', '/help'])
  expect(namedPages(pages, () => false).map(({ path }) => path)).toEqual(['/help'])
})
