export const services = ['organization', 'membership', 'activity', 'reporting'] as const
export const apps = [...services, 'gateway'] as const

export type Service = (typeof services)[number]
export type App = (typeof apps)[number]

/** Chinese names, for messages. */
export const titles: Record<App, string> = {
  organization: '组织',
  membership: '成员',
  activity: '活动',
  reporting: '统计',
  gateway: '网关',
}

/** Ports in a row: the gateway's, then the services' in their order. */
export function portsFrom(first: number): Record<App, number> {
  return { gateway: first, organization: first + 1, membership: first + 2, activity: first + 3, reporting: first + 4 }
}
