import { wayBack, withWayBack } from './way-back'

test('after the sign-in the page that was asked for opens', () => {
  const to = withWayBack('/sign-in', '/blank-spots?level=VILLAGE')
  expect(wayBack(new URLSearchParams(to.split('?')[1]).get('next'), 'http://portal')).toBe('/blank-spots?level=VILLAGE')
})

test('no address leads to another host', () => {
  for (const next of ['https://elsewhere.example/', '//elsewhere.example/x', 'javascript:alert(1)', '/\\elsewhere.example']) {
    expect(wayBack(next, 'http://portal')).toBe('/')
  }
  expect(wayBack('/.//elsewhere.example', 'http://portal')).toBe('/elsewhere.example')
})
