import type { AreaCode } from '@sizhang/contracts'
import { FOUR_HEADS } from '../posts/posts.domain'

/** 机构: a body with a term that runs or is overdue. */
export interface BodyInTerm {
  bodyId: string
  unitId: string
  path: readonly AreaCode[]
}

/** A post in a body, held on the day by somebody who is a head. */
export interface PostOfHead {
  bodyId: string
  personId: string
  head: string
}

/** 机构 with the heads that hold posts in it. */
export interface BodyEntry extends BodyInTerm {
  /** Codes of the heads, in order of the alphabet. */
  heads: string[]
  /** Distinct persons of the four heads. */
  persons: number
}

/** How far one head has entered. */
interface HeadCount {
  /** Bodies with at least one holder. */
  bodies: number
  /** Distinct persons over all bodies of the level. */
  persons: number
}

/** How far the heads have entered the bodies of one level. */
export interface EntryCount {
  bodies: number
  byHead: ReadonlyMap<string, HeadCount>
  /** 四长齐全: bodies with all four heads. */
  fullHouse: number
  /** Distinct persons of the four heads; who holds posts in several bodies of the level counts once (domain (c) 5). */
  persons: number
}

/** The bodies with the heads in them, in the order of the bodies. Posts in other bodies are left out. */
export function bodyEntries(bodies: readonly BodyInTerm[], posts: readonly PostOfHead[]): BodyEntry[] {
  const byBody = new Map(bodies.map(({ bodyId }) => [bodyId, [] as PostOfHead[]]))
  for (const post of posts) byBody.get(post.bodyId)?.push(post)
  return bodies.map((body) => {
    const held = byBody.get(body.bodyId) ?? []
    return { ...body, heads: [...new Set(held.map(({ head }) => head))].sort(), persons: personsOf(held, FOUR_HEADS) }
  })
}

/** Counts bodies and persons by head: of these heads and of any other that a post was given to. */
export function countEntry(entries: readonly BodyEntry[], posts: readonly PostOfHead[], heads: readonly string[]): EntryCount {
  const counted = new Set(entries.map(({ bodyId }) => bodyId))
  const held = posts.filter(({ bodyId }) => counted.has(bodyId))
  const codes = new Set([...heads, ...held.map(({ head }) => head)])
  const countOf = (head: string) => ({
    bodies: entries.filter((entry) => entry.heads.includes(head)).length,
    persons: personsOf(held, [head]),
  })
  return {
    bodies: entries.length,
    byHead: new Map([...codes].map((head) => [head, countOf(head)])),
    fullHouse: entries.filter((entry) => FOUR_HEADS.every((head) => entry.heads.includes(head))).length,
    persons: personsOf(held, FOUR_HEADS),
  }
}

function personsOf(posts: readonly PostOfHead[], heads: readonly string[]): number {
  return new Set(posts.filter(({ head }) => heads.includes(head)).map(({ personId }) => personId)).size
}
