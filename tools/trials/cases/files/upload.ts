import type { Rig } from '../../rig/rig'

/** What comes back of an upload. */
export interface Uploaded {
  status: number
  code?: string | undefined
  text: string
}

/** Sends a list to organization through the gateway; a stream goes out as it comes. */
export async function upload(rig: Rig, list: string, body: string | Buffer | AsyncIterable<Buffer>, type = 'text/csv'): Promise<Uploaded> {
  const headers = { 'content-type': type, authorization: await rig.authorization() }
  const sent = { method: 'POST', headers, body: body as BodyInit, duplex: 'half' } as RequestInit
  const response = await fetch(`${rig.gateway}/files/organization/${list}`, sent)
  const text = await response.text()
  return { status: response.status, code: /"code":"([A-Z_]+)"/.exec(text)?.[1], text }
}
