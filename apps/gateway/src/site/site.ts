import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join, normalize, resolve } from 'node:path'
import { fastifyStatic } from '@fastify/static'
import { Rejected } from '@sizhang/service-kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pagePolicy } from './policy'

const PAGE = 'index.html'
/** Of the portal's folder, what is for the gateway alone. */
const PRIVATE = ['operations.json', PAGE]
/** Vite names these by a hash of their content. */
const HASHED = /^assets\//
const YEAR = 'public, max-age=31536000, immutable'

/** The built portal: its files, and its page for every address that is no file, so that each state of it can be opened by its address. */
export class Site {
  private readonly root: string

  constructor(portalDir: string) {
    this.root = resolve(portalDir)
  }

  async register(fastify: FastifyInstance): Promise<void> {
    await fastify.register(fastifyStatic, { root: this.root, serve: false, preCompressed: true, cacheControl: false })
    fastify.route({ method: ['GET', 'HEAD'], url: '/*', handler: (request, reply) => this.answer(request, reply) })
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const path = pathOf(request.url)
    if (path !== undefined && (await this.isFile(path))) {
      return reply.header('cache-control', HASHED.test(path) ? YEAR : 'no-cache').sendFile(path)
    }
    const wantsPage = request.headers.accept?.includes('text/html') && !path?.split('/').at(-1)?.includes('.')
    if (!wantsPage) throw new Rejected('NOT_FOUND', { value: request.url.split('?')[0] })
    return this.page(reply)
  }

  /** The page with a nonce of its own, which lets its styles in and no others. */
  private async page(reply: FastifyReply): Promise<FastifyReply> {
    const page = await readFile(join(this.root, PAGE), 'utf8').catch(() => undefined)
    if (page === undefined) throw new Rejected('NOT_FOUND', { value: PAGE })
    const nonce = randomBytes(16).toString('base64')
    return reply
      .headers({ 'cache-control': 'no-store', 'content-security-policy': pagePolicy(nonce) })
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__CSP_NONCE__', nonce))
  }

  private async isFile(path: string): Promise<boolean> {
    if (path === '' || PRIVATE.includes(path)) return false
    const found = await stat(join(this.root, path)).catch(() => undefined)
    return found?.isFile() === true
  }
}

/** The path below the portal's folder; undefined for one that leads out of it or to hidden files. */
function pathOf(url: string): string | undefined {
  try {
    const path = normalize(decodeURIComponent(url.split('?')[0] ?? '/')).slice(1)
    return path.split('/').some((part) => part.startsWith('.')) || path.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}
