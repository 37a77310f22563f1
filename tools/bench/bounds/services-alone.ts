import type { Rig } from '../../trials/rig/rig'
import { Requests } from '../sides/requests'

interface Seats {
  data: { units: { nodes: { bodies: { terms: { seats: { id: string }[] }[] }[] }[] } }
}

/** Where a list begins, and which unit is read. */
interface Place {
  after: string
  id: string
}

const SEATS = `query ($after: Cursor) { units(type: "SOCIETY", first: 50, after: $after) { nodes {
  id name bodies { terms { seats { id title __typename } } }
} } }`
const HOLDERS = `query ($seats: [_Any!]!) { _entities(representations: $seats) { ... on Seat { holders { person { name } } } } }`

/** The services, asked as a gateway asks them, with nothing in between: what is asked of each is put together beforehand. */
export class ServicesAlone {
  private readonly organization: Requests
  private readonly membership: Requests

  constructor({ processes, authorization }: Pick<Rig, 'processes' | 'authorization'>, clients: number) {
    this.organization = new Requests(processes.organization.url, authorization, clients)
    this.membership = new Requests(processes.membership.url, authorization, clients)
  }

  /** Questions of one service as they are given, and a list over two, each of the next place at each call. */
  async questions(places: readonly Place[], asked: { list: string; point: string }) {
    const next = <Item>(items: readonly Item[]) => {
      let count = 0
      return () => items[count++ % items.length] as Item
    }
    const list = next(places.map(({ after }) => JSON.stringify({ query: asked.list, variables: { after } })))
    const point = next(places.map(({ id }) => JSON.stringify({ query: asked.point, variables: { id } })))
    const twoHops = next(await Promise.all(places.map((place) => this.hops(place))))
    return {
      'list of one service': async () => this.checked(await this.organization.text(list())),
      'list over two services': async () => {
        const { seats, holders } = twoHops()
        this.checked(await this.organization.text(seats))
        this.checked(await this.membership.text(holders))
      },
      'point read': async () => this.checked(await this.organization.text(point())),
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.organization.close(), this.membership.close()])
  }

  private async hops({ after }: Place): Promise<{ seats: string; holders: string }> {
    const seats = JSON.stringify({ query: SEATS, variables: { after } })
    const { data } = JSON.parse(await this.organization.text(seats)) as Seats
    const found = data.units.nodes.flatMap(({ bodies }) => bodies.flatMap(({ terms }) => terms.flatMap(({ seats: some }) => some)))
    const representations = found.map(({ id }) => ({ __typename: 'Seat', id }))
    return { seats, holders: JSON.stringify({ query: HOLDERS, variables: { seats: representations } }) }
  }

  private checked(text: string): void {
    if (!text.includes('"data":{') || text.includes('"errors":')) throw new Error(`a service does not answer: ${text.slice(0, 300)}`)
  }
}
