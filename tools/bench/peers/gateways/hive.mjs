/** Hive Gateway over a supergraph: `node hive.mjs <file> <port> [rust]`. It executes by stitching, or by the Rust planner. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime'
import { unifiedGraphHandler } from '@graphql-hive/router-runtime'
import { cpuSeconds } from './cpu-seconds.mjs'

const [, , file, port, planner] = process.argv
const gateway = createGatewayRuntime({
  supergraph: readFileSync(file, 'utf8'),
  propagateHeaders: { fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') ?? '' }) },
  ...(planner === 'rust' && { unifiedGraphHandler }),
  logging: false,
  landingPage: false,
})
createServer((request, response) => (request.url === '/metrics' ? response.end(cpuSeconds()) : gateway(request, response))).listen(
  Number(port),
  '127.0.0.1',
)
