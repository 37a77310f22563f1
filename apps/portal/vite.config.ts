import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const gateway = 'http://127.0.0.1:4000'

/** What the gateway answers while the portal is served by Vite. */
const byGateway = ['/graphql', '/session', '/sign-in', '/sign-out', '/password', '/facts']

/** A page is opened (GET, HTML) by the portal, even where the gateway has a route of the same name. */
const pageOf = (request: { method?: string; headers: { accept?: string } }) =>
  request.method === 'GET' && request.headers.accept?.includes('text/html') ? '/index.html' : undefined

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../../dist/apps/portal',
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
