import { setTimeout as pause } from 'node:timers/promises'
import { until, type AppProcess } from '@sizhang/engines'
import type { mongo } from 'mongoose'
import { driverOf } from '../../../exact/databases'
import { inDatabases } from '../../measures/databases'
import { Browser, type OpenStream } from '../../rig/browser'
import type { Rig } from '../../rig/rig'
import type { Trial } from '../../trial'
import { underLoad } from '../under-load'

const ACCOUNT = 'admin'
const PASSWORD = 'a password of the trial'
const HOUR = 3_600_000
const MINUTE = 60_000
/** What was taken away is gone within so many milliseconds, on each gateway and in open streams. */
const GONE_WITHIN = 5_000
/** Longer than that nobody waits for it. */
const LOOKED_FOR = 15_000

/** What a fault is made with: a session that has just begun at one gateway, a stream of it at the other. */
interface Attempt {
  rig: Rig
  sessions: mongo.Collection
  own: Browser
  elsewhere: Browser
  stream: OpenStream
}

/** Keys that are used twice and sessions that are signed out, at random moments of a load, at two gateways. */
async function stolen(rig: Rig): Promise<string[]> {
  const other = await rig.another('gateway')
  other.start()
  await other.whenReady()
  const findings: string[] = []
  try {
    await choosePassword(rig)
    await underLoad(rig, { membership: 1 }, () =>
      inDatabases(rig, async ({ membership }) => {
        const sessions = driverOf(membership).collection('sessions')
        for (let time = 0; time < rig.options.faults && findings.length === 0; time++)
          for (const fault of [usedTwice, signedOut]) findings.push(...(await attempted(rig, other, sessions, fault)))
      }),
    )
  } finally {
    await other.stop()
  }
  return findings
}

async function choosePassword({ gateway, settings: { secrets } }: Rig): Promise<void> {
  const first = await Browser.signIn(gateway, ACCOUNT, secrets.firstPassword)
  await first.changePassword(secrets.firstPassword, PASSWORD)
  await first.signOut()
}

async function attempted(
  rig: Rig,
  other: AppProcess,
  sessions: mongo.Collection,
  fault: (attempt: Attempt) => Promise<string[]>,
): Promise<string[]> {
  const own = await Browser.signIn(rig.gateway, ACCOUNT, PASSWORD)
  const elsewhere = own.with({ gateway: other.url })
  const stream = await elsewhere.follow()
  try {
    return await fault({ rig, sessions, own, elsewhere, stream })
  } finally {
    stream.hangUp()
  }
}

/** The owner's browser is given another key; later somebody comes with the one before. The session is over for both of them. */
async function usedTwice({ rig, sessions, own, elsewhere, stream }: Attempt): Promise<string[]> {
  await backdate(sessions, HOUR)
  const { renewed } = await own.ask()
  if (!renewed) return ['a key of an hour was not renewed']
  const owner = own.with({ key: renewed })
  const { status } = await owner.ask()
  if (status !== 200) return [`the next key was answered ${status}`]
  await backdate(sessions, MINUTE)
  await pause(rig.chance.whole(0, 1_500))
  const untilThen = await unlessRefused('a key that was replaced', elsewhere, Date.now())
  const since = Date.now()
  return [
    ...untilThen,
    ...(await unlessRefused('its owner’s key, after that', owner, since)),
    ...(await unlessClosed('a stream of that session', stream, since, rig)),
    ...((await sessions.countDocuments()) === 0 ? [] : ['the session is kept']),
  ]
}

async function signedOut({ rig, own, elsewhere, stream }: Attempt): Promise<string[]> {
  await own.ask()
  await elsewhere.ask()
  await pause(rig.chance.whole(0, 1_500))
  await own.signOut()
  const since = Date.now()
  const { status } = await own.ask()
  return [
    ...(status === 401 ? [] : [`the next request after a sign-out was answered ${status}`]),
    ...(await unlessRefused('a session that was signed out, at the other gateway', elsewhere, since)),
    ...(await unlessClosed('a stream of one that was signed out', stream, since, rig)),
  ]
}

/** As if all keys of the sessions had been taken so many milliseconds earlier. */
async function backdate(sessions: mongo.Collection, by: number): Promise<void> {
  const earlier = { $map: { input: '$keys', in: { key: '$$this.key', since: { $subtract: ['$$this.since', by] } } } }
  await sessions.updateMany({}, [{ $set: { keys: earlier } }])
}

async function unlessRefused(what: string, browser: Browser, since: number): Promise<string[]> {
  const refused = await until(async () => (await browser.ask()).status === 401, { within: LOOKED_FOR, every: 50 })
  return unlessInTime(what, refused, Date.now() - since)
}

async function unlessClosed(what: string, { closed }: OpenStream, since: number, rig: Rig): Promise<string[]> {
  const end = await Promise.race([closed, pause(LOOKED_FOR).then(() => null)])
  const after = (end?.at ?? Date.now()) - since
  rig.notes.push(`stream closed after ${after} ms`)
  if (end && end.code !== 4401) return [`${what} was closed by ${end.code}`]
  return unlessInTime(what, end !== null, after)
}

function unlessInTime(what: string, gone: boolean, after: number): string[] {
  if (!gone) return [`${what} was open still after ${after} ms`]
  return after <= GONE_WITHIN ? [] : [`${what} was gone after ${after} ms`]
}

export const stolenKeys: Trial[] = [
  {
    number: 25,
    name: '登录凭据用了两次 a session’s key used twice; a signed-out session and its stream',
    passes: 'refused, the session ended for whoever has one of its keys; streams closed within 5 s, at another gateway, too; Exact',
    faultsARun: 5,
    control: {
      without: 'the order of keys: one that was replaced opens the session as long as it lasts',
      patches: [
        {
          file: 'apps/membership/src/sessions/sessions.domain.ts',
          find: `return isBefore && now.getTime() < since + KEY_PASSES_FOR ? 'PASSING' : 'USED_TWICE'`,
          put: `return isBefore || now.getTime() > since ? 'PASSING' : 'USED_TWICE'`,
        },
      ],
      apps: ['membership'],
    },
    run: stolen,
  },
]
