import fastify from 'fastify'
import { keepInside } from './inside'

async function statusOf(url: string, headers: Record<string, string> = {}): Promise<number> {
  const server = fastify()
  keepInside(server)
  for (const path of ['/metrics', '/health/ready', '/health/live', '/healthy', '/']) server.get(path, async () => 'told')
  return (await server.inject({ url, headers })).statusCode
}

test.each(['/metrics', '/health/ready', '/health/live'])('%s is told to who comes straight', async (url) => {
  expect(await statusOf(url)).toBe(200)
})

test.each([
  ['/metrics', 'x-forwarded-for'],
  ['/metrics?name=up', 'x-forwarded-for'],
  ['/%6detrics', 'forwarded'],
  ['//metrics', 'via'],
  ['/health/ready', 'x-forwarded-proto'],
  ['/health/live', 'forwarded'],
])('%s is not there for what a proxy passes on with %s', async (url, header) => {
  expect(await statusOf(url, { [header]: '203.0.113.7' })).toBe(404)
})

test.each(['/', '/healthy'])('%s is for everybody', async (url) => {
  expect(await statusOf(url, { 'x-forwarded-for': '203.0.113.7' })).toBe(200)
})
