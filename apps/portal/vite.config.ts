import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'

const here = import.meta.dirname
const built = join(here, '../../dist/apps/portal')

/** The gateway while the portal is served by Vite, and what it answers. */
const gateway = 'http://127.0.0.1:4000'
const byGateway = [
  '/graphql',
  '/session',
  '/sessions',
  '/second-factor',
  '/sign-in',
  '/sign-out',
  '/password',
  '/invitation',
  '/facts',
  '/files',
]

/** A page is opened (GET, HTML) by the portal, even where the gateway has a route of the same name. */
const pageOf = (request: { method?: string; headers: { accept?: string } }) =>
  request.method === 'GET' && request.headers.accept?.includes('text/html') ? '/index.html' : undefined

/** What the gateway wants beside the portal: the operations that it answers by hash, and each text compressed once. */
const forGateway: Plugin = {
  name: 'for-gateway',
  apply: 'build',
  writeBundle({ dir = built }) {
    copyFileSync(join(here, 'operations.json'), join(dir, 'operations.json'))
    for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (/\.(js|css|svg)$/.test(file)) writeFileSync(join(dir, `${file}.gz`), gzipSync(readFileSync(join(dir, file)), { level: 9 }))
    }
  },
}

export default defineConfig({
  root: here,
  plugins: [react(), forGateway],
  build: {
    outDir: built,
    emptyOutDir: true,
    target: 'es2022',
    // Everything is a file of our own: the content security policy allows no `data:` font or script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 4010,
    proxy: Object.fromEntries(byGateway.map((path) => [path, { target: gateway, ws: path === '/graphql', bypass: pageOf }])),
  },
})
