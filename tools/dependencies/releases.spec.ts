import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askReleases, lastReleaseIn, silentSince } from './releases'

const now = new Date('2026-03-31T08:00:00Z')
const released = (name: string, at: string) => ({ name, version: '1.0.0', at: new Date(at) })

test('the last release is the latest by its day, whatever its number, and not when the package was made or its page changed', () => {
  const times = { created: '2030-01-01', modified: '2030-01-01', '2.0.0': '2019-05-01T00:00:00Z', '1.9.9': '2020-05-01T00:00:00Z' }
  expect(lastReleaseIn('quiet', JSON.stringify(times))).toEqual({ name: 'quiet', version: '1.9.9', at: new Date('2020-05-01') })
})

test.each(['', 'npm error network', '{"error":{"code":"E404"}}', '{"created":"2020-01-01"}', 'null'])('no release is in %j', (text) => {
  expect(lastReleaseIn('quiet', text)).toBeNull()
})

test('silent is what was not released for two years, the longest silent first', () => {
  const all = [released('just', '2024-03-31T08:00:00Z'), released('over', '2024-03-31T07:59:59Z'), released('long', '2018-01-01')]
  expect(silentSince(all, now).map(({ name }) => name)).toEqual(['long', 'over'])
})

describe('asked by npm', () => {
  const known: Record<string, string> = { '/quiet': '2019-05-01T00:00:00.000Z', '/@scope%2flively': '2026-03-01T00:00:00.000Z' }
  let registry: Server
  let url: string
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'releases-'))
    registry = createServer(({ url: path = '' }, response) => {
      const on = known[path]
      const version = { name: decodeURIComponent(path.slice(1)), version: '1.0.0', dist: { tarball: '' } }
      const told = { ...version, 'dist-tags': { latest: '1.0.0' }, versions: { '1.0.0': version }, time: { '1.0.0': on } }
      response.writeHead(on ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(on ? told : {}))
    })
    await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('the registry tells of each package, and of one that it does not know that is said', async () => {
    expect(await askReleases(folder, ['quiet', '@scope/lively', 'unheard-of'], url)).toEqual({
      last: [released('quiet', known['/quiet'] ?? ''), released('@scope/lively', known['/@scope%2flively'] ?? '')],
      untold: ['unheard-of'],
    })
  })

  test('a registry that is away has not been asked', async () => {
    await new Promise((resolve) => registry.close(resolve))
    expect(await askReleases(folder, ['never-asked', '@scope/never-asked'], url)).toBeNull()
  })
})
