import { filterOf } from './activities'

const of = (address: string, on?: string) => filterOf(new URLSearchParams(address), on)

test('the last day of the address is counted; the graph’s time ends before the day after', () => {
  expect(of('from=2026-01-01&to=2026-06-30')).toMatchObject({ from: '2026-01-01', until: '2026-07-01' })
})

test('on another day nothing of what came later is shown', () => {
  expect(of('', '2018-06-11').until).toBe('2018-06-12')
})

test('a sum stands above a list of an area, a line and a time; a list that is narrowed further has none', () => {
  expect(of('from=2026-01-01&department=health&within=320281').summed).toBe(true)
  for (const further of ['q=yz', 'head=SCHOOL_HEAD', 'type=free-clinic', 'unit=1'])
    expect(of(`from=2026-01-01&${further}`).summed).toBe(false)
  expect(of('department=health').summed).toBe(false)
})
