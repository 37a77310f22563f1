import { Problem } from '../processes'
import { type App, apps, portsFrom } from './apps'
import { urlOf } from './environment'

/** `organization=http://127.0.0.1:4001,…`, as the gateway is told; the gateway itself may be named, too. Not said: those of `npm start` on this machine. */
export function addressesIn(text: string | undefined): Map<App, string> {
  if (text === undefined) return new Map(apps.map((app) => [app, urlOf(app, { ports: portsFrom(4000) })]))
  return new Map(
    text.split(',').map((entry) => {
      const [, name, url = ''] = /^([a-z]+)=(https?:\/\/[^/\s]+)\/?$/.exec(entry.trim()) ?? []
      const app = apps.find((known) => known === name)
      if (!app)
        throw new Problem(`SERVICES 中的“${entry}”有误，应为 名称=http://主机:端口。`, `SERVICES: "${entry}" is not name=http://host:port.`)
      return [app, url]
    }),
  )
}
